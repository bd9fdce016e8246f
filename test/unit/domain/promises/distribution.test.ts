import { describe, expect, it } from 'vitest'
import { barEnds, distributionOf } from '@/lib/domain/promises/distribution'
import { clockNotice, clockOf } from '@/lib/domain/promises/clock'
import { findingWaits, requestWaits, salesWaits, type Wait } from '@/lib/domain/promises/waits'
import { createZone } from '@/lib/domain/promises/zone'
import { recordKey } from '@/lib/domain/record-key'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { wilson } from '@/lib/domain/statistics'
import { day, eventId, hour, makeVerdict, now, ref, rep } from '../make'

const zone = createZone('UTC')
const promised = { amount: 24, unit: 'hours' as const }
const took = (hours: number | undefined, startedHoursAgo = 500): Wait => ({ from: now - startedHoursAgo * hour, to: hours === undefined ? undefined : now - startedHoursAgo * hour + hours * hour, by: 'opened' })

describe('distributionOf', () => {
  it('counts those whose time is up, answered or not, and tells apart what still runs', () => {
    const found = distributionOf([took(2), took(10), took(24), took(30), took(200), took(undefined), took(undefined, 5), took(1, 5)], promised, zone, now)
    expect(found).toMatchObject({ n: 6, running: 1, waiting: 1, kept: 3, from: { opened: 6, handOver: 0 } })
    expect(found.interval).toEqual(wilson(3, 6))
    expect(found.median?.hours).toBe(24)
    expect(found.p90).toBeUndefined()
    expect(found.bars).toEqual([1, 1, 1, 1, 0, 1, 1])
    expect(found.bars).toHaveLength(barEnds.length + 1)
  })

  it('is empty without waits and knows nothing', () => {
    expect(distributionOf([], promised, zone, now)).toMatchObject({ n: 0, kept: 0, interval: { low: 0, high: 1 } })
    expect(distributionOf([], promised, zone, now).median).toBeUndefined()
  })

  it('gives hours and weekdays of the same wait', () => {
    // Friday noon to Monday noon.
    const friday = Date.UTC(2026, 2, 13, 12)
    expect(distributionOf([{ from: friday, to: friday + 72 * hour }], promised, zone, now + day).median).toEqual({ hours: 72, weekdays: 1 })
  })
})

describe('waits', () => {
  const key = recordKey(ref)
  const opened = (at: number, id = 1): LedgerEvent => ({ type: 'opened', id: eventId(id), at, ref, rep })
  const sent = (at: number, id: string): LedgerEvent => ({ type: 'send', id, at, ref, rep, assetId: 'a', assetVersion: 1, title: 'A', channel: 'gmail' })

  it('runs from the first opening, and from the hand-over where there is one', () => {
    expect(salesWaits([opened(now - 5), opened(now - 9, 2)], []).get(key)).toEqual({ from: now - 9, by: 'opened' })
    expect(salesWaits([opened(now - 5)], [{ key, at: now - 90 }]).get(key)).toEqual({ from: now - 90, to: undefined, by: 'hand-over' })
  })

  it('ends with the first verdict or touch, also one the CRM alone knows of', () => {
    expect(salesWaits([opened(now - 9), makeVerdict(1, { at: now - 2 }), sent(now - 4, eventId(8))], []).get(key)?.to).toBe(now - 4)
    expect(salesWaits([makeVerdict(1, { at: now - 2 })], [{ key, at: now - 90, followedUpAt: now - 50 }]).get(key)?.to).toBe(now - 50)
  })

  it('does not end with what was taken back', () => {
    const withdrawn: LedgerEvent = { type: 'verdict-withdrawn', id: eventId(9), at: now, ref, rep, verdictId: eventId(1) }
    const dropped: LedgerEvent = { type: 'send-outcome', id: eventId(10), at: now, ref, rep, sendId: eventId(8), outcome: 'dropped', by: 'rep' }
    expect(salesWaits([opened(now - 9), makeVerdict(1), withdrawn, sent(now - 4, eventId(8)), dropped], []).get(key)?.to).toBeUndefined()
  })

  it('joins the records that are one person', () => {
    const contact = { ...ref, id: '777' }
    const waits = salesWaits([opened(now - 9), { ...makeVerdict(1, { at: now }), ref: contact }], [], () => 'person')
    expect([...waits]).toEqual([['person', { from: now - 9, to: now, by: 'opened' }]])
  })

  it('times marketing by its answers', () => {
    const request: LedgerEvent = { type: 'request', id: eventId(3), at: now - 50, ref, rep, query: 'gdpr' }
    expect(requestWaits([request, { ...request, id: eventId(4) }], [{ kind: 'request-answer', id: 'r', version: 1, updatedAt: now, requestIds: [eventId(3)], assetId: 'a' }])).toEqual([{ from: now - 50, to: now }, { from: now - 50, to: undefined }])
    const finding = { kind: 'finding' as const, id: 'f', version: 1, updatedAt: now, sentence: 'x', state: 'noticed' as const, noticedAt: now - 9, concerns: {}, verdictIds: [], reps: 1 }
    expect(findingWaits([finding, { ...finding, state: 'decided', decidedAt: now - 3 }])).toEqual([{ from: now - 9, to: undefined }, { from: now - 9, to: now - 3 }])
  })
})

describe('the clock of a lead', () => {
  it.each([[6, 'running'], [18, 'near'], [23.5, 'near'], [24, 'over'], [60, 'over']] as const)('after %d hours is %s', (hours, state) => {
    const clock = clockOf({ from: now - hours * hour, by: 'opened' }, promised, zone, now)
    expect(clock?.state).toBe(state)
    expect(clock && clockNotice('k', clock, now)?.sentence).toEqual(state === 'running' ? undefined : { id: state === 'near' ? 'notice.promise_near' : 'notice.promise_over', values: [{ hours: Math.abs(24 - hours) }] })
  })

  it('stops with the answer, and before it starts', () => {
    expect(clockOf({ from: now - day, to: now }, promised, zone, now)).toBeUndefined()
    expect(clockOf(undefined, promised, zone, now)).toBeUndefined()
  })
})
