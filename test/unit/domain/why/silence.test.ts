import { expect, it } from 'vitest'
import { silence } from '@/lib/domain/why/silence'
import { makeInput, told } from './input'

it.each<[string | undefined, number[]]>([
  [undefined, []],
  [undefined, [0]],
  [undefined, [0, 29]],
  ['why.silence {"days":45} Page 0', [0, 45]],
  ['why.silence {"days":40} Page 1', [1, 5, 45]],
  [undefined, [15, 60]],
  [undefined, [0, 10, 20, 70].map((days) => days + 1)],
])('says %s for touches %j days ago', (expected, days) => {
  expect(told(silence(makeInput(days.map((daysAgo) => ({ daysAgo })))))).toBe(expected)
})

it('shows the visits since and the last one before', () => {
  expect(silence(makeInput([1, 5, 45, 46].map((daysAgo) => ({ daysAgo }))))?.touchIds).toEqual(['t0', 't1', 't2'])
})
