import { expect, it } from 'vitest'
import { depthOf } from '@/lib/domain/story/depth'
import type { Touch } from '@/lib/domain/touch'

it.each<[number, Partial<Touch> & Pick<Touch, 'kind'>]>([
  [1, { kind: 'form' }],
  [1, { kind: 'webinar-attended' }],
  [0.3, { kind: 'page-view' }],
  [0.3, { kind: 'page-view', seconds: 10 }],
  [0.5, { kind: 'page-view', seconds: 90 }],
  [1, { kind: 'page-view', seconds: 9000 }],
  [0.1, { kind: 'email-open', seconds: 9000 }],
  [0.05, { kind: 'video', progress: 0.05, seconds: 600 }],
  [1, { kind: 'document', progress: 1.2 }],
  [0, { kind: 'document', progress: -1 }],
  [0, { kind: 'document', progress: Number.NaN }],
  [0, { kind: 'email-sent' }],
])('is %s for %j', (depth, touch) => {
  expect(depthOf(touch)).toBe(depth)
})
