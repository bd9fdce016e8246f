import { describe, expect, it } from 'vitest'
import { calendarDays, durationText, spanText, whenText } from '@/components/ui/when'

const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).getTime()
const now = at(10, 9, 30)

describe('whenText', () => {
  it.each([
    ['this moment', now - 20_000, 'now'],
    ['a moment ahead, by the screen\'s slower clock', now + 20_000, 'now'],
    ['minutes', now - 5 * 60_000, '5 minutes ago'],
    ['hours of the same day', at(10, 7), '2 hours ago'],
    ['last night, which was yesterday', at(9, 23), 'yesterday'],
    ['days', at(7, 23), '3 days ago'],
  ])('says %s', (_, moment, text) => {
    expect(whenText(moment, now)).toBe(text)
  })

  it.each([['a week back', at(3, 9)], ['tomorrow', at(11, 9)]])('gives the day for %s', (_, moment) => {
    expect(whenText(moment, now)).toMatch(/Mar/)
  })

  it('does not invent a time of day', () => {
    expect(whenText(at(10, 0), now, true)).toBe('today')
  })
})

describe('spans', () => {
  it.each([[1, '1 day'], [30, '30 days'], [90, '3 months']])('%i days are %s', (days, text) => {
    expect(spanText(days)).toBe(text)
  })

  it('are short for what was watched', () => {
    expect([durationText(40), durationText(200)]).toEqual(['40 sec', '3 min'])
  })

  it('count midnights', () => {
    expect(calendarDays(at(9, 23), at(10, 1))).toBe(1)
  })
})
