import { expect, it } from 'vitest'
import { depth } from '@/lib/domain/why/depth'
import { makeInput, told } from './input'

it.each<[string | undefined, Parameters<typeof makeInput>[0]]>([
  [undefined, [{ seconds: 60 }]],
  [undefined, [{ kind: 'video', progress: 0.6 }]],
  [undefined, [{ kind: 'form' }]],
  [undefined, [{ kind: 'email-reply' }]],
  [undefined, [{ kind: 'webinar-attended', progress: 1 }]],
  [undefined, [{ kind: 'email-open', seconds: 900 }]],
  [undefined, [{ kind: 'video', progress: 1, daysAgo: 61 }]],
  [undefined, [{ kind: 'video', progress: 0.9, signals: { bot: 'x' } }]],
  ['why.depth Page 0', [{ kind: 'video', progress: 0.9 }]],
  ['why.depth Page 0', [{ seconds: 150 }]],
  ['why.depths 2 Page 1', [{ kind: 'video', progress: 0.9, daysAgo: 2 }, { seconds: 400 }]],
])('says %s for %j', (expected, acts) => {
  expect(told(depth(makeInput(acts)))).toBe(expected)
})

it('fades by half in a month', () => {
  expect(depth(makeInput([{ kind: 'video', progress: 1, daysAgo: 30 }]))?.weight).toBeCloseTo(0.275)
})
