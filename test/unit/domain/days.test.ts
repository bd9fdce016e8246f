import { expect, it } from 'vitest'
import { dayAfter, localDay, startOfDay, startOfToday } from '@/lib/domain/days'

it('knows the day of a moment and when it began', () => {
  const moment = new Date(2026, 2, 16, 23, 59).getTime()
  expect(localDay(moment)).toBe('2026-03-16')
  expect(startOfDay('2026-03-16')).toBe(new Date(2026, 2, 16).getTime())
  expect(startOfToday(moment)).toBe(new Date(2026, 2, 16).getTime())
})

it.each(['', 'soon', '2026-3-1', '2026-02-30', '2026-13-01', '2026-03-16T00:00'])('takes %j for no day', (text) => {
  expect(startOfDay(text)).toBeUndefined()
})

it.each([
  [new Date(2026, 0, 31, 12), 30, '2026-03-02'],
  [new Date(2026, 2, 28, 23, 30), 1, '2026-03-29'],
  [new Date(2026, 11, 31, 0, 10), 1, '2027-01-01'],
])('counts calendar days from %s', (from, days, expected) => {
  expect(dayAfter(from.getTime(), days)).toBe(expected)
})
