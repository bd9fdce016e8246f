import { describe, expect, it } from 'vitest'
import { firstEntry, toWanted, type Change } from '@/lib/connectors/salesforce/hand-overs/entry'
import { firstSince } from '@/lib/connectors/salesforce/hand-overs/follow-up'

const created = '2026-03-01T08:00:00.000+0000'
const change = (day: number, OldValue: string, NewValue: string): Change => ({ CreatedDate: `2026-03-0${day}T10:00:00.000+0000`, OldValue, NewValue })
const on = (day: number, hour = 10) => Date.UTC(2026, 2, day, hour)

describe('when a lead first had a wanted value', () => {
  it.each<[string, Change[], string, number | undefined]>([
    ['it was created with it and still has it', [], 'Working', on(1, 8)],
    ['it was created with it and has moved on', [change(4, 'Working', 'Lost')], 'Lost', on(1, 8)],
    ['it got it', [change(2, 'Open', 'Nurture'), change(3, 'Nurture', 'Working')], 'Working', on(3)],
    ['it got it twice: the first counts', [change(2, 'Open', 'Working'), change(3, 'Working', 'Open'), change(4, 'Open', 'Working')], 'Working', on(2)],
    ['it never did', [change(2, 'Open', 'Nurture')], 'Nurture', undefined],
    ['spelt otherwise', [change(2, 'Open', 'WORKING')], 'WORKING', on(2)],
  ])('%s', (_name, changes, current, expected) => {
    expect(firstEntry(changes, created, current, toWanted(['Working']))).toBe(expected)
  })

  it('knows an id in both of its forms', () => {
    expect(toWanted(['00G000000000aB1EAA'])('00G000000000aB1')).toBe(true)
    expect(toWanted(['00G000000000aB1EAA'])('00G000000000Ab1')).toBe(false)
    expect(toWanted(['00G000000000001EAA'])('00G000000000001EAA')).toBe(true)
  })
})

describe('the first activity since a hand-over', () => {
  const exact = (at: number) => ({ at, exact: true })
  it.each([
    ['none', [], undefined],
    ['one before does not count', [exact(on(2))], undefined],
    ['the first after', [exact(on(5)), exact(on(4)), exact(on(2))], exact(on(4))],
    ['one known to the day of the hand-over, never before it', [{ at: on(3, 12), exact: false }], { at: on(3, 14), exact: false }],
  ])('%s', (_name, activities, expected) => {
    expect(firstSince(activities, { at: on(3, 14), precision: 'moment' })).toEqual(expected)
  })

  it('counts all of the day where of the hand-over only the day is known', () => {
    expect(firstSince([exact(on(3, 8))], { at: on(3, 12), precision: 'day' })).toEqual(exact(on(3, 12)))
  })
})
