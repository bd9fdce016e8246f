import type { Answered } from './answers'
import type { LedgerEvent, SendEvent, VerdictEvent } from './ledger'
import type { OutboxRow } from './outbox'
import { recordKey } from './record-ref'
import { openReturns, returnCause, type Progress, type ReturnCause } from './returns'
import { say, type Sentence } from './sentence'
import { heldVerdicts } from './standing'
import type { TodayItem } from './today-view'

export interface TodayInput {
  /** Of the ledger: verdicts, withdrawals, openings. */
  events: readonly LedgerEvent[]
  /** Outbox rows that are not done. */
  rows: readonly OutboxRow[]
  /** What happened on records with an open return, by record key. */
  progress: ReadonlyMap<string, Progress>
  /** Sends known to be sent that the person has opened, see `openedSends`. */
  opened: readonly { send: SendEvent; at: number }[]
  /** Requests marketing has answered, see `answersFor`. */
  answered?: readonly Answered[] | undefined
  /** Whose day it is; everybody's on this machine where it is not known. */
  repId?: string | undefined
  now: number
}

/** A line of Today before names and addresses are put to it. */
export type TodayEntry = Pick<TodayItem, 'kind' | 'ref' | 'at' | 'sentence'>

const dayMs = 86_400_000
const openedDays = 14
const toJudgeDays = 30
/** So long after its time a delivery is late. */
const stuckAfterMs = 60_000

/** What waits for the rep, in this order: returned, answered, opened, to judge, stuck; each record once in each, newest first. */
export function buildToday(input: TodayInput): TodayEntry[] {
  const returned = returnedLeads(input)
  return [...returned, ...answeredRequests(input), ...openedAssets(input), ...leadsToJudge(input), ...stuckDeliveries(input)]
}

/** What the toolbar badge counts: what came back, and what is stuck. */
export function badgeOf(entries: readonly Pick<TodayItem, 'kind'>[]): number {
  return entries.filter(({ kind }) => kind === 'returned' || kind === 'stuck').length
}

function returnedLeads({ events, progress, repId, now }: TodayInput): TodayEntry[] {
  return openReturns(events, repId).flatMap((verdict) => {
    const since = progress.get(recordKey(verdict.ref))
    const cause = returnCause(verdict, since, now)
    return cause ? [{ kind: 'returned' as const, ref: verdict.ref, at: verdict.at, sentence: returnedSentence(cause, verdict, since) }] : []
  }).sort(newestFirst)
}

function returnedSentence(cause: ReturnCause, verdict: VerdictEvent, since: Progress | undefined): Sentence {
  const given = { date: verdict.at }
  if (cause === 'touch') return say('todayItem.returned_touch', given)
  if (cause === 'campaign') return say('todayItem.returned_campaign', given)
  if (cause === 'score') return say('todayItem.returned_score', verdict.evidence.score ?? 0, since?.score ?? 0)
  return say('todayItem.returned_date', given)
}

function answeredRequests({ answered = [], repId }: TodayInput): TodayEntry[] {
  const entries = answered.filter(({ request }) => isOf(request, repId))
    .map(({ request, answer, asset }) => ({ kind: 'answered' as const, ref: request.ref, at: answer.updatedAt, sentence: say('todayItem.answered', request.query, asset.title) }))
  return oncePerRecord(entries.sort(newestFirst))
}

function openedAssets({ opened, repId, now }: TodayInput): TodayEntry[] {
  const entries = opened.filter(({ send, at }) => now - at <= openedDays * dayMs && isOf(send, repId))
    .map(({ send, at }) => ({ kind: 'opened' as const, ref: send.ref, at, sentence: say('todayItem.opened', send.title, { date: at }) }))
  return oncePerRecord(entries.sort(newestFirst))
}

function leadsToJudge({ events, repId, now }: TodayInput): TodayEntry[] {
  const judged = new Set(heldVerdicts(events).map(({ ref }) => recordKey(ref)))
  const entries = events.flatMap((event) => {
    if (event.type !== 'opened' || !isOf(event, repId) || now - event.at > toJudgeDays * dayMs || judged.has(recordKey(event.ref))) return []
    return [{ kind: 'to-judge' as const, ref: event.ref, at: event.at, sentence: say('todayItem.to_judge', { date: event.at }) }]
  })
  return oncePerRecord(entries.sort(newestFirst))
}

function stuckDeliveries({ events, rows, now }: TodayInput): TodayEntry[] {
  const refs = new Map(events.map((event) => [event.id, event.ref]))
  const entries = rows.filter((row) => isStuck(row, now)).flatMap((row) => {
    const ref = refs.get(row.eventId)
    return ref ? [{ kind: 'stuck' as const, ref, at: row.createdAt, sentence: stuckSentence(row) }] : []
  })
  return oncePerRecord(entries.sort(newestFirst))
}

/** Failed, waiting for a person, tried in vain, or overdue. What is held back for Undo is not stuck. */
export function isStuck(row: OutboxRow, now: number): boolean {
  if (row.state === 'blocked' || row.state === 'dead' || row.state === 'retry') return true
  return row.state !== 'done' && row.state !== 'cancelled' && now - row.dueAt > stuckAfterMs
}

function stuckSentence({ state }: OutboxRow): Sentence {
  if (state === 'dead') return say('todayItem.stuck_dead')
  return say(state === 'blocked' ? 'todayItem.stuck_blocked' : 'todayItem.stuck_queued')
}

function isOf(event: { rep: { id: string } }, repId: string | undefined): boolean {
  return repId === undefined || event.rep.id === repId
}

function oncePerRecord(entries: readonly TodayEntry[]): TodayEntry[] {
  const seen = new Set<string>()
  return entries.filter(({ ref }) => !seen.has(recordKey(ref)) && seen.add(recordKey(ref)))
}

function newestFirst(a: TodayEntry, b: TodayEntry): number {
  return b.at - a.at
}
