import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { findHeld, heldVerdicts, standingOf } from '@/lib/domain/standing'
import { eventId, makeVerdict, minute, now, ref, rep } from './make'

const withdraw = (number: number): LedgerEvent => ({ type: 'verdict-withdrawn', id: eventId(1000 + number), at: now, ref, rep, verdictId: eventId(number) })
const held = (events: LedgerEvent[]) => heldVerdicts(events).map(({ id }) => Number.parseInt(id.slice(-4), 16))

describe('heldVerdicts', () => {
  it.each<[string, LedgerEvent[], number[]]>([
    ['nothing', [], []],
    ['one', [makeVerdict(1)], [1]],
    ['a change', [makeVerdict(1), makeVerdict(2, { supersedes: eventId(1) })], [2]],
    ['a change of a change', [makeVerdict(1), makeVerdict(2, { supersedes: eventId(1) }), makeVerdict(3, { supersedes: eventId(2) })], [3]],
    ['an undone verdict', [makeVerdict(1), withdraw(1)], []],
    ['an undone change', [makeVerdict(1), makeVerdict(2, { supersedes: eventId(1) }), withdraw(2)], [1]],
    ['a change of an undone change', [makeVerdict(1), makeVerdict(2, { supersedes: eventId(1) }), makeVerdict(3, { supersedes: eventId(2) }), withdraw(2)], [3]],
    ['two reps', [makeVerdict(1), makeVerdict(2, { rep: { ...rep, id: 'u2' } })], [2, 1]],
    ['a change under a clock set back', [makeVerdict(1), makeVerdict(2, { supersedes: eventId(1), at: now - minute })], [2]],
    ['one event twice', [makeVerdict(1), makeVerdict(1)], [1]],
    ['a second look', [makeVerdict(1), makeVerdict(2, { supersedes: eventId(1), secondLook: true })], [2, 1]],
    ['a changed second look', [makeVerdict(1), makeVerdict(2, { supersedes: eventId(1), secondLook: true }), makeVerdict(3, { supersedes: eventId(2), secondLook: true })], [3, 1]],
    ['a change of what is not here', [makeVerdict(2, { supersedes: eventId(1) })], [2]],
  ])('of %s', (_, events, expected) => {
    expect(held(events)).toEqual(expected)
    expect(held([...events].reverse())).toEqual(expected)
  })

  it('ends for chains that bite their tail', () => {
    expect(held([makeVerdict(1, { supersedes: eventId(2) }), makeVerdict(2, { supersedes: eventId(1) })])).toEqual([])
  })

  it('takes the later id of one millisecond', () => {
    expect(findHeld([makeVerdict(2, { at: now }), makeVerdict(1, { at: now })])?.id).toBe(eventId(2))
  })

  it('never depends on order', () => {
    const link = fc.record({ supersedes: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }), withdrawn: fc.boolean(), secondLook: fc.boolean() })
    fc.assert(fc.property(fc.array(link, { maxLength: 8 }), fc.func(fc.integer()), (links, shuffle) => {
      const events = links.flatMap(({ supersedes, withdrawn, secondLook }, index) => [
        makeVerdict(index + 1, { supersedes: supersedes === undefined ? undefined : eventId(supersedes), secondLook }), ...(withdrawn ? [withdraw(index + 1)] : []),
      ])
      const mixed = [...events].sort((a, b) => shuffle(a.id) - shuffle(b.id))
      expect(held(mixed)).toEqual(held(events))
    }))
  })
})

describe('standingOf', () => {
  const crm = { eventId: eventId(9), at: now + 9 * minute, verdict: 'wrong', by: 'Ann' } as const

  it('is the latest of here and the CRM', () => {
    expect(standingOf([makeVerdict(1)], [crm])).toMatchObject({ verdict: 'wrong', by: 'Ann' })
    expect(standingOf([makeVerdict(10)], [crm])).toMatchObject({ verdict: 'good', by: 'Jo Sand', eventId: eventId(10) })
    expect(standingOf([], [{ ...crm, eventId: undefined }])).toMatchObject({ by: 'Ann' })
    expect(standingOf([], [])).toBeUndefined()
  })

  it('passes over the CRM copy of a verdict changed or withdrawn here', () => {
    expect(standingOf([makeVerdict(9), withdraw(9)], [crm])).toBeUndefined()
    expect(standingOf([makeVerdict(9), makeVerdict(10, { supersedes: eventId(9), at: now, verdict: 'not_yet' })], [crm])?.verdict).toBe('not_yet')
  })

  it('holds across the records that are one person', () => {
    const contact = { ...ref, id: '777' }
    expect(standingOf([makeVerdict(1), makeVerdict(2, { ref: contact, verdict: 'wrong' })], [])?.verdict).toBe('wrong')
  })
})
