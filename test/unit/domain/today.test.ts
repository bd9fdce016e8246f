import { describe, expect, it } from 'vitest'
import type { LedgerEvent, SendEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import { badgeOf, buildToday, isStuck, type TodayInput } from '@/lib/domain/today'
import { day, eventId, makeRow, makeVerdict, minute, now, ref, rep } from './make'

const lead = (number: number) => ({ ...ref, id: String(number) })
const key = (number: number) => `hubspot:4711:contact:${number}`
const notYet = (number: number, over = {}) => makeVerdict(number, { ref: lead(number), verdict: 'not_yet', at: now - number * day, ...over })
const opened = (number: number, over = {}): LedgerEvent => ({ type: 'opened', id: eventId(100 + number), at: now - number * day, ref: lead(number), rep, ...over })
const send = (number: number): SendEvent => ({ type: 'send', id: eventId(200 + number), at: now - 9 * day, ref: lead(number), rep, assetId: 'guide', assetVersion: 1, title: 'The guide', channel: 'copy' })
const today = (over: Partial<TodayInput>) => buildToday({ events: [], rows: [], progress: new Map(), opened: [], repId: rep.id, now, ...over })
const told = (over: Partial<TodayInput>) => today(over).map(({ kind, ref: { id }, sentence }) => `${kind} ${id} ${sentence.id.split('.')[1]}`)

describe('returned', () => {
  it.each<[string[], Partial<TodayInput>]>([
    [['returned 3 returned_date'], { events: [notYet(3, { until: '2026-01-01' })] }],
    [[], { events: [notYet(3, { until: '2027-01-01' })] }],
    [['returned 3 returned_touch'], { events: [notYet(3, { trigger: 'touch' })], progress: new Map([[key(3), { newTouches: 1, campaignResponses: 0 }]]) }],
    [['returned 3 returned_campaign'], { events: [notYet(3, { trigger: 'campaign' })], progress: new Map([[key(3), { newTouches: 0, campaignResponses: 1 }]]) }],
    [[], { events: [notYet(3, { trigger: 'touch' })] }],
    [[], { events: [notYet(3, { until: '2026-01-01', rep: { ...rep, id: 'u2' } })] }],
    [['returned 2 returned_date', 'returned 3 returned_date'], { events: [notYet(3, { until: '2026-01-01' }), notYet(2, { until: '2026-01-01' })] }],
  ])('is %j', (expected, input) => {
    expect(told(input)).toEqual(expected)
  })
})

describe('opened', () => {
  it('is what a person opened in the last two weeks, once a record', () => {
    const views = [{ send: send(1), at: now - 3 * day }, { send: { ...send(1), title: 'Newer' }, at: now - day }, { send: send(2), at: now - 15 * day }]
    expect(today({ opened: views })).toMatchObject([{ kind: 'opened', ref: lead(1), at: now - day, sentence: { id: 'todayItem.opened', values: ['Newer', { date: now - day }] } }])
  })
  it('is mine', () => {
    expect(told({ opened: [{ send: { ...send(1), rep: { ...rep, id: 'u2' } }, at: now }] })).toEqual([])
  })
})

describe('to judge', () => {
  it.each<[string[], string, LedgerEvent[]]>([
    [['to-judge 1 to_judge'], 'opened and not judged', [opened(1)]],
    [[], 'judged', [opened(1), makeVerdict(1, { ref: lead(1) })]],
    [[], 'judged by another', [opened(1), makeVerdict(1, { ref: lead(1), rep: { ...rep, id: 'u2' } })]],
    [['to-judge 1 to_judge'], 'judged and undone', [opened(1), makeVerdict(1, { ref: lead(1) }), { type: 'verdict-withdrawn', id: eventId(9), at: now, ref: lead(1), rep, verdictId: eventId(1) }]],
    [[], 'opened long ago', [opened(31)]],
    [[], 'opened by another', [opened(1, { rep: { ...rep, id: 'u2' } })]],
  ])('is %j where %s', (expected, _, events) => {
    expect(told({ events })).toEqual(expected)
  })
})

describe('stuck', () => {
  it.each<[boolean, string, Partial<OutboxRow>]>([
    [false, 'held back for Undo', { dueAt: now + 9000 }],
    [false, 'just due', { dueAt: now - 1000 }],
    [true, 'long due', { dueAt: now - 2 * minute }],
    [false, 'being sent', { state: 'sending' }],
    [true, 'tried in vain', { state: 'retry', dueAt: now + minute }],
    [true, 'blocked', { state: 'blocked' }],
    [true, 'dead', { state: 'dead' }],
    [false, 'done', { state: 'done', dueAt: 0 }],
    [false, 'cancelled', { state: 'cancelled', dueAt: 0 }],
  ])('is %s for a delivery that is %s', (expected, _, row) => {
    expect(isStuck(makeRow(row), now)).toBe(expected)
  })

  it('says how, once a record', () => {
    const events = [makeVerdict(1, { ref: lead(1) }), makeVerdict(2, { ref: lead(2) }), makeVerdict(3, { ref: lead(3) })]
    const row = (number: number, state: OutboxRow['state']) => makeRow({ eventId: eventId(number), state, createdAt: now - number })
    expect(told({ events, rows: [row(1, 'dead'), row(1, 'retry'), row(2, 'blocked'), row(3, 'retry'), row(77, 'dead')] })).toEqual(['stuck 1 stuck_dead', 'stuck 2 stuck_blocked', 'stuck 3 stuck_queued'])
  })
})

it('counts returned and stuck on the badge', () => {
  expect(badgeOf([{ kind: 'returned' }, { kind: 'opened' }, { kind: 'to-judge' }, { kind: 'stuck' }])).toBe(2)
})
