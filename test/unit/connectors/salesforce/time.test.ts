import { describe, expect, it } from 'vitest'
import { dayOf, toMoment, toNoon } from '@/lib/connectors/salesforce/time'

describe('time', () => {
  it.each([
    ['2026-09-10T15:42:07.000+0000', '2026-09-10T15:42:07Z'],
    ['2026-09-10T17:42:07.000+0200', '2026-09-10T15:42:07Z'],
    ['2026-09-10T15:42:07Z', '2026-09-10T15:42:07Z'],
  ])('reads %s', (text, moment) => {
    expect(toMoment(text)).toBe(Date.parse(moment))
  })

  it.each(['', 'soon', undefined])('reads no moment in %j', (text) => {
    expect(toMoment(text)).toBeUndefined()
  })

  it('puts a day at its noon', () => {
    expect(toNoon('2026-09-10')).toBe(Date.parse('2026-09-10T12:00:00Z'))
    expect(toNoon(undefined)).toBeUndefined()
  })

  it.each([
    ['2026-09-10T22:30:00Z', 'Europe/Berlin', '2026-09-11'],
    ['2026-09-10T22:30:00Z', 'America/New_York', '2026-09-10'],
    ['2026-09-10T22:30:00Z', undefined, '2026-09-10'],
    ['2026-09-10T22:30:00Z', 'Nowhere/None', '2026-09-10'],
  ])('%s in %s is %s', (moment, zone, day) => {
    expect(dayOf(Date.parse(moment), zone)).toBe(day)
  })
})
