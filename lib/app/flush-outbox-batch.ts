import { AppError, toErrorInfo } from '@/lib/domain/errors'
import { mostEventsPerBatch, type EventOutcome, type HubSession } from '@/lib/domain/hub-port'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import { afterFailure, afterSuccess, type Failure } from '@/lib/domain/outbox-rules'
import { recordKey } from '@/lib/domain/record-key'
import type { LedgerStore } from '@/lib/domain/ports'

/** Hands events to the hub as one of its members. */
export type AppendEvents = (events: LedgerEvent[], member: string | undefined) => Promise<EventOutcome[]>

/** One request carries at most so many characters: the hub takes 4 MB, of which characters beyond ASCII take several. */
const mostCharacters = 1_000_000

interface BatchTerms { append: HubSession['append']; ledger: Pick<LedgerStore, 'byId' | 'forRecord'>; now(): number; random(): number }

/** What became of a batch; `way` is the failure that speaks of the hub itself. */
export interface BatchResult { rows: OutboxRow[]; way?: Failure | undefined; reached: boolean }

/**
 * Delivers events to the hub in the order given. The hub judges each by itself, and knows the ones it has: repeating is harmless,
 * so nothing is ever read before it is written again.
 */
export async function deliverBatch(batch: readonly OutboxRow[], terms: BatchTerms): Promise<BatchResult> {
  const began = terms.now()
  const found = await Promise.all(batch.map(async (row) => ({ row, event: await eventOf(row, terms.ledger) })))
  const rows: OutboxRow[] = found.flatMap(({ row, event }) => (event === undefined ? [{ ...row, state: 'cancelled' as const, lease: undefined }] : []))
  const going = found.flatMap(({ row, event }) => (event === undefined ? [] : [{ row, event }]))
  let reached = false
  for (const chunk of chunksOf(going)) {
    try {
      const outcomes = new Map((await append(terms.append, chunk.map(({ event }) => event))).map((outcome) => [outcome.id, outcome]))
      reached = true
      rows.push(...chunk.map(({ row }) => afterOutcome(row, outcomes.get(row.eventId), { began, now: terms.now(), random: terms.random() })))
    } catch (thrown) {
      const way = { error: toErrorInfo(thrown), unsure: false }
      const random = terms.random()
      const rest = going.slice(going.indexOf(chunk[0] as (typeof going)[number]))
      // What comes later waits as long, and then travels with it.
      rows.push(...rest.map(({ row }) => afterFailure(row, way, { began, now: terms.now(), random })))
      return { rows, way, reached }
    }
  }
  return { rows, reached }
}

/** `undefined` where there is nothing to tell any more: erased, or withdrawn before it was told. */
async function eventOf(row: OutboxRow, ledger: BatchTerms['ledger']): Promise<LedgerEvent | undefined> {
  const event = await ledger.byId(row.eventId)
  if (event?.type !== 'verdict') return event
  const events = await ledger.forRecord([recordKey(event.ref)])
  return events.some((other) => other.type === 'verdict-withdrawn' && other.verdictId === event.id) ? undefined : event
}

/** A request the hub cannot take as a whole is halved until only what it cannot take is left. */
async function append(send: HubSession['append'], events: LedgerEvent[]): Promise<EventOutcome[]> {
  try {
    return await send(events)
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.kind !== 'invalid') throw thrown
    if (events.length === 1) return events.map(({ id }) => ({ id, status: 'refused', error: toErrorInfo(thrown) }))
    const half = Math.ceil(events.length / 2)
    return [...await append(send, events.slice(0, half)), ...await append(send, events.slice(half))]
  }
}

function afterOutcome(row: OutboxRow, outcome: EventOutcome | undefined, times: { began: number; now: number; random: number }): OutboxRow {
  if (!outcome) return afterFailure(row, { error: { kind: 'bad-reply', detail: 'no outcome' }, unsure: false }, times)
  if (outcome.status !== 'refused') return afterSuccess(row, times.now)
  // It was told in another member's time, whose it stays there.
  if (outcome.error?.kind === 'conflict') return afterSuccess(row, times.now)
  // The person was erased at the hub meanwhile, or it is older than the hub keeps: nothing is missing there.
  if (outcome.error?.kind === 'policy') return { ...row, state: 'cancelled', lease: undefined }
  const error = { ...outcome.error, kind: 'invalid' as const }
  return afterFailure(row, { error, unsure: false }, times)
}

function chunksOf<T extends { event: LedgerEvent }>(entries: readonly T[]): T[][] {
  const chunks: T[][] = []
  let size = 0
  for (const entry of entries) {
    const length = JSON.stringify(entry.event).length
    const last = chunks.at(-1)
    if (!last || last.length >= mostEventsPerBatch || size + length > mostCharacters) {
      chunks.push([entry])
      size = length
    } else {
      last.push(entry)
      size += length
    }
  }
  return chunks
}
