import { expect, it } from 'vitest'
import { depth } from '@/lib/domain/why/depth'
import { makeInput, told } from './input'

it.each<[string | undefined, Parameters<typeof makeInput>[0]]>([
  [undefined, [{}]],
  [undefined, [{ kind: 'video', progress: 0.6 }]],
  [undefined, [{ kind: 'form', daysAgo: 61 }]],
  [undefined, [{ kind: 'video', progress: 0.9, signals: { bot: 'x' } }]],
  ['why.depth Page 0', [{ kind: 'video', progress: 0.9 }]],
  ['why.depths 2 Page 1', [{ kind: 'video', progress: 0.9, daysAgo: 2 }, { kind: 'form' }]],
])('says %s for %j', (expected, acts) => {
  expect(told(depth(makeInput(acts)))).toBe(expected)
})

it('weighs the newest most', () => {
  expect(depth(makeInput([{ kind: 'form', daysAgo: 30 }]))?.weight).toBeCloseTo(0.25)
})
