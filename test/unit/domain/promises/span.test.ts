import { describe, expect, it } from 'vitest'
import { dueAt, spanBetween } from '@/lib/domain/promises/span'
import { createZone, isTimeZone, isWeekday } from '@/lib/domain/promises/zone'

const at = (text: string) => Date.parse(text)
const days = (amount: number) => ({ amount, unit: 'weekdays' as const })

describe('the calendar of a zone', () => {
  // Friday 27 March 2026; Europe changes its clocks on Sunday 29 March and 25 October, New York on 8 March.
  it.each([
    ['Europe/Vienna', '2026-03-27T23:30:00Z', '2026-03-28T00:00:00+01:00'],
    ['Europe/Vienna', '2026-03-29T12:00:00Z', '2026-03-29T00:00:00+01:00'],
    ['Europe/Vienna', '2026-03-30T12:00:00Z', '2026-03-30T00:00:00+02:00'],
    ['Europe/Vienna', '2026-10-25T23:30:00Z', '2026-10-26T00:00:00+01:00'],
    ['America/New_York', '2026-03-09T03:30:00Z', '2026-03-08T00:00:00-05:00'],
    ['Asia/Kolkata', '2026-03-27T20:00:00Z', '2026-03-28T00:00:00+05:30'],
    ['Pacific/Kiritimati', '2026-03-27T11:00:00Z', '2026-03-28T00:00:00+14:00'],
    ['UTC', '1969-12-31T23:00:00Z', '1969-12-31T00:00:00Z'],
  ])('%s %s belongs to the day that begins at %s', (zone, moment, start) => {
    const calendar = createZone(zone)
    expect(new Date(calendar.startOf(calendar.dayOf(at(moment)))).toISOString()).toBe(new Date(start).toISOString())
  })

  it('knows the days people work', () => {
    const { dayOf } = createZone('UTC')
    expect(['2026-03-23', '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '1969-12-27', '1969-12-31'].map((day) => isWeekday(dayOf(at(day))))).toEqual([true, true, false, false, true, false, true])
  })

  it('takes no name nobody knows', () => {
    expect(['Europe/Vienna', 'Mars/Base', ''].map(isTimeZone)).toEqual([true, false, false])
  })
})

describe('weekdays', () => {
  const vienna = createZone('Europe/Vienna')
  it.each([
    ['Friday afternoon to Monday afternoon', '2026-03-20T15:00:00+01:00', '2026-03-23T15:00:00+01:00', 1],
    ['over the night the clocks change', '2026-03-27T15:00:00+01:00', '2026-03-30T15:00:00+02:00', 1],
    ['a weekend', '2026-03-21T08:00:00+01:00', '2026-03-22T20:00:00+01:00', 0],
    ['a quarter of a day', '2026-03-24T06:00:00+01:00', '2026-03-24T12:00:00+01:00', 0.25],
    ['a week', '2026-03-16T00:00:00+01:00', '2026-03-23T00:00:00+01:00', 5],
    ['backwards', '2026-03-24T06:00:00+01:00', '2026-03-23T06:00:00+01:00', 0],
  ])('%s', (_name, from, to, expected) => {
    expect(spanBetween(at(from), at(to), 'weekdays', vienna)).toBeCloseTo(expected, 9)
  })

  it.each([
    ['Friday 15:00 and one', '2026-03-20T15:00:00+01:00', 1, '2026-03-23T15:00:00+01:00'],
    ['over the night the clocks change', '2026-03-27T15:00:00+01:00', 1, '2026-03-30T15:00:00+02:00'],
    ['from the weekend', '2026-03-21T09:00:00+01:00', 0.5, '2026-03-23T12:00:00+01:00'],
    ['a week and a half', '2026-03-17T12:00:00+01:00', 7.5, '2026-03-27T00:00:00+01:00'],
  ])('%s is due', (_name, from, amount, due) => {
    expect(new Date(dueAt(at(from), days(amount), vienna)).toISOString()).toBe(new Date(due).toISOString())
    expect(spanBetween(at(from), at(due), 'weekdays', vienna)).toBeCloseTo(amount, 9)
  })

  it('depends on where the team is', () => {
    const [from, to] = [at('2026-03-27T22:00:00Z'), at('2026-03-28T04:00:00Z')]
    expect(spanBetween(from, to, 'weekdays', createZone('America/New_York'))).toBeCloseTo(0.25, 9)
    expect(spanBetween(from, to, 'weekdays', createZone('Asia/Tokyo'))).toBe(0)
  })

  it('counts hours as they pass', () => {
    expect(spanBetween(at('2026-03-27T15:00:00+01:00'), at('2026-03-30T15:00:00+02:00'), 'hours', vienna)).toBe(71)
    expect(dueAt(0, { amount: 36, unit: 'hours' }, vienna)).toBe(36 * 3_600_000)
  })
})
