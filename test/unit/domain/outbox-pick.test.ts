import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OutboxRow } from '@/lib/domain/outbox'
import { leaseMs, longestWaitMs, nextDue, ontoClock, pickBatch, pickDue } from '@/lib/domain/outbox-pick'

const now = 1_800_000_000_000
const terms = { now, leaseMs, circuits: [] }

function row(id: string, given: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id, eventId: id, target: 'crm', task: 'verdict', recordKey: id, orgKey: 'o', state: 'pending', attempts: 0, createdAt: now, dueAt: now, fence: 0, unsure: false, ...given,
  }
}
const held = (id: string, until: number, given: Partial<OutboxRow> = {}) => row(id, { state: 'sending', fence: 1, lease: { until, fence: 1 }, ...given })
const picked = (rows: OutboxRow[], limit = 4) => pickDue(rows, { ...terms, limit }).map(({ id }) => id)

describe('pickDue', () => {
  it.each<[string, OutboxRow[], string[]]>([
    ['due', [row('a'), row('b', { dueAt: now + 1 })], ['a']],
    ['tried before', [row('a', { state: 'retry' })], ['a']],
    ['waiting for a person', [row('a', { state: 'blocked' }), row('a2', { recordKey: 'a' })], []],
    ['dead', [row('a', { state: 'dead' }), row('a2', { recordKey: 'a' })], ['a2']],
    ['another user\'s', [row('a', { state: 'blocked', error: { kind: 'wrong-user' } }), row('a2', { recordKey: 'a' })], ['a2']],
    ['another user\'s who is back', [row('a', { state: 'retry', error: { kind: 'wrong-user' } }), row('a2', { recordKey: 'a' })], ['a']],
    ['under way', [held('a', now + 1), row('a2', { recordKey: 'a' })], []],
    ['abandoned', [held('a', now), row('a2', { recordKey: 'a' })], ['a']],
    ['for two targets', [row('a'), row('a2', { recordKey: 'a', target: 'hub' })], ['a']],
    ['many', ['a', 'b', 'c', 'd', 'e'].map((id) => row(id)), ['a', 'b', 'c', 'd']],
  ])('%s', (_what, rows, expected) => {
    expect(picked(rows)).toEqual(expected)
  })

  it('leases what it picks, and knows an abandoned attempt may have arrived', () => {
    expect(pickDue([row('a', { fence: 6 })], { ...terms, limit: 1 })).toEqual([row('a', { state: 'sending', fence: 7, lease: { until: now + leaseMs, fence: 7 } })])
    expect(pickDue([held('a', now - 5)], { ...terms, limit: 1 })).toMatchObject([{ unsure: true, unsureSince: now - 5 - leaseMs, fence: 2, attempts: 1 }])
  })

  it('never has two of one record under way, never overtakes, never exceeds the limit', () => {
    const state = fc.constantFrom<OutboxRow['state']>('pending', 'sending', 'retry', 'blocked', 'dead')
    const some = fc.array(fc.record({ record: fc.integer({ min: 1, max: 4 }), hub: fc.boolean(), state, due: fc.integer({ min: -5, max: 5 }) }), { maxLength: 12 })
    fc.assert(fc.property(some, fc.integer({ min: 1, max: 4 }), (given, limit) => {
      const rows = given.map(({ record, hub, state: is, due }, n) => row(`r${n}`, {
        recordKey: String(record), target: hub ? 'hub' : 'crm', state: is, dueAt: now + due, ...(is === 'sending' ? { lease: { until: now + due, fence: 0 } } : {}),
      }))
      const taken = pickDue(rows, { ...terms, limit })
      const underWay = rows.filter((one) => one.target === 'crm' && one.state === 'sending' && (one.lease?.until ?? 0) > now)
      const records = taken.map(({ recordKey }) => recordKey)
      expect(taken.length).toBeLessThanOrEqual(limit)
      expect(new Set(records).size).toBe(records.length)
      expect(underWay.filter(({ recordKey }) => records.includes(recordKey))).toEqual([])
      for (const one of taken) {
        const before = rows.slice(0, rows.findIndex(({ id }) => id === one.id))
        expect(before.filter((other) => other.recordKey === one.recordKey && other.target === one.target && other.state !== 'dead')).toEqual([])
      }
      const batch = pickBatch(rows, { ...terms, limit: 500 })
      expect((nextDue(rows, terms) ?? Infinity) <= now).toBe(taken.length + batch.length > 0)
    }))
  })
})

describe('pickBatch', () => {
  const hub = (id: string, given: Partial<OutboxRow> = {}) => row(id, { target: 'hub', task: 'event', ...given })
  const batch = (rows: OutboxRow[], given: Partial<Parameters<typeof pickBatch>[1]> = {}) => pickBatch(rows, { ...terms, limit: 500, ...given }).map(({ id }) => id)

  it.each<[string, OutboxRow[], string[]]>([
    ['several of one record, in order', [hub('a'), hub('b'), hub('a2', { recordKey: 'a' })], ['a', 'b', 'a2']],
    ['nothing past what waits', [hub('a', { dueAt: now + 1 }), hub('a2', { recordKey: 'a' }), hub('b')], ['b']],
    ['past what is dead', [hub('a', { state: 'dead' }), hub('a2', { recordKey: 'a' })], ['a2']],
    ['nothing while a batch is under way', [held('a', now + 1, { target: 'hub' }), hub('b')], []],
    ['a batch whose drainer vanished', [held('a', now, { target: 'hub' }), hub('b')], ['a', 'b']],
    ['whatever the CRM is doing', [held('a', now + 1), row('a1', { recordKey: 'a', state: 'blocked' }), hub('a2', { recordKey: 'a' })], ['a2']],
  ])('%s', (_what, rows, expected) => {
    expect(batch(rows)).toEqual(expected)
  })

  it('tries one row after failures in a row, and none while the way rests', () => {
    const rows = [hub('a'), hub('b')]
    expect(batch(rows, { circuits: [{ key: 'hub', failures: 5, until: now }] })).toEqual(['a'])
    expect(batch(rows, { circuits: [{ key: 'hub', failures: 5, until: now + 30 }] })).toEqual([])
    expect(batch(rows, { limit: 1 })).toEqual(['a'])
  })
})

describe('nextDue', () => {
  it.each<[string, OutboxRow[], number | undefined]>([
    ['nothing', [], undefined],
    ['only what waits for a person', [row('a', { state: 'blocked' }), row('b', { state: 'dead' })], undefined],
    ['the earliest head', [row('a', { dueAt: now + 9 }), row('b', { dueAt: now + 5 }), row('a2', { recordKey: 'a', dueAt: now })], now + 5],
    ['the end of a lease', [held('a', now + 7), row('a2', { recordKey: 'a' })], now + 7],
    ['the hub, whatever the CRM is busy with', [held('a', now + 7), row('a2', { recordKey: 'a', target: 'hub', dueAt: now + 3 })], now + 3],
    ['the end of the batch under way', [held('a', now + 7, { target: 'hub' }), row('b', { target: 'hub' })], now + 7],
  ])('%s', (_what, rows, expected) => {
    expect(nextDue(rows, terms)).toBe(expected)
  })

  it('is after the rest of the way, and after the one row on trial', () => {
    expect(nextDue([row('a')], { ...terms, circuits: [{ key: 'o', failures: 5, until: now + 30 }] })).toBe(now + 30)
    expect(nextDue([held('a', now + 7), row('b')], { ...terms, circuits: [{ key: 'o', failures: 5, until: now }] })).toBe(now + 7)
  })
})

describe('what is another member\'s', () => {
  const of = (id: string) => ({ id, name: id, hub: 'https://hub.example' })
  const rows = [
    row('a', { recordKey: 'x', target: 'hub', task: 'event', member: of('ada') }), row('b', { recordKey: 'x', target: 'hub', task: 'event', member: of('ben') }),
    row('c', { recordKey: 'x', member: of('ada'), state: 'blocked' }), row('d', { recordKey: 'x' }),
  ]

  it.each([['ada', ['a'], []], ['ben', ['b'], ['d']], [undefined, [], ['d']]] as const)('waits, wakes nobody and holds up nobody while %s is signed in', (member, toHub, toCrm) => {
    expect(pickBatch(rows, { ...terms, limit: 9, member }).map(({ id }) => id)).toEqual(toHub)
    expect(pickDue(rows, { ...terms, limit: 9, member }).map(({ id }) => id)).toEqual(toCrm)
    expect(nextDue(rows.slice(0, 1), { ...terms, member })).toBe(member === 'ada' ? now : undefined)
  })
})

describe('F41 ontoClock', () => {
  it('brings moments of a clock since put back into reach', () => {
    const far = held('a', now + 10 * leaseMs, { dueAt: now + 10 * longestWaitMs, unsureSince: now + 5 })
    expect(ontoClock(far, now, leaseMs)).toMatchObject({ dueAt: now + longestWaitMs, lease: { until: now + leaseMs }, unsureSince: now })
  })

  it('leaves possible moments alone', () => {
    const one = held('a', now + leaseMs, { dueAt: now + longestWaitMs, unsureSince: now })
    expect(ontoClock(one, now, leaseMs)).toBe(one)
  })
})
