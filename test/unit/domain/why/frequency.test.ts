import { expect, it } from 'vitest'
import { frequency } from '@/lib/domain/why/frequency'
import { makeInput, told } from './input'

it.each<[string | undefined, number[]]>([
  [undefined, [0, 0.01, 0.02, 1]],
  ['why.frequency 3', [0, 0.01, 1, 2]],
  [undefined, [0, 1, 31]],
])('says %s for touches %j days ago', (expected, days) => {
  expect(told(frequency(makeInput(days.map((daysAgo) => ({ daysAgo })))))).toBe(expected)
})

it('saturates', () => {
  const weight = (count: number) => frequency(makeInput(Array.from({ length: count }, (_, daysAgo) => ({ daysAgo }))))?.weight ?? 0
  expect(weight(3)).toBeCloseTo(0.275)
  expect(weight(30)).toBeLessThan(0.55)
})
