import { sql } from 'kysely'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import type { Outcome } from '@/lib/hub-client/contract'
import { json, rows, type Tx } from '../db/database'
import { takeNumbers } from '../db/number'
import { lifted } from '../db/scope'
import { digestHex } from '../secrets/digest'
import { oldestKept } from '../privacy/retention'
import { namedVerdict } from './brought'
import { judge, type Judged } from './judge'
import { refreshStandings } from './standings'

/** Longest a device's clock may be ahead. */
const aheadMs = 86_400_000

/** Appends a batch for one person; each entry is accepted or refused by itself. Committed together with the counts. */
export async function appendEvents(tx: Tx, batch: readonly unknown[], personId: string, now: number): Promise<Outcome[]> {
  const oldest = await oldestKept(tx, now)
  const judged = batch.map((entry) => judge(entry, { oldest, latest: now + aheadMs }))
  const fresh = new Map<string, Judged>()
  for (const entry of judged) if ('event' in entry) fresh.set(keyOf(entry), entry)
  const erased = await dropErased(tx, fresh)
  const others = await dropOthers(tx, fresh, personId)
  const known = fresh.size > 0 ? await append(tx, [...fresh.values()], personId, now) : new Map<string, boolean>()
  const seen = new Set<string>()
  return judged.map((entry): Outcome => {
    if (!('event' in entry)) return entry
    const [key, id] = [keyOf(entry), entry.event.id]
    if (others.has(key)) return { id, status: 'refused', kind: 'wrong-user', detail: 'verdictId' }
    if (erased.has(key)) return { id, status: 'refused', kind: 'policy', detail: 'erased' }
    const foreign = known.get(key)
    if (foreign === true) return { id, status: 'refused', kind: 'conflict', detail: 'id belongs to somebody else' }
    const status = foreign === false || seen.has(key) ? 'duplicate' : 'accepted'
    seen.add(key)
    return { id, status }
  })
}

/** Stores what is new; resolves to what was there already, and whether it is somebody else's. */
async function append(tx: Tx, entries: readonly Judged[], personId: string, now: number): Promise<Map<string, boolean>> {
  // Taken first: from here to the commit no other batch counts the same records.
  const first = await takeNumbers(tx, 'ledger', entries.length)
  const values = entries.map(({ envelope, event }, index) => ({
    source: envelope.source, id: event.id, seq: first + index, type: event.type, at: Math.round(event.at), record_key: recordKey(event.ref), body: envelope,
  }))
  const stored = await rows(tx, sql<{ source: string; id: string }>`
    insert into event (source, id, seq, type, at, received_at, person_id, record_key, body)
    select source, id, seq, type, at, ${now}, ${personId}, record_key, body
    from jsonb_to_recordset(${json(values)}) as entry (source text, id text, seq bigint, type text, at bigint, record_key text, body jsonb)
    on conflict (source, id) do nothing returning source, id`)
  const added = new Set(stored.map((row) => keyOf({ envelope: row, event: row })))
  const events = entries.filter((entry) => added.has(keyOf(entry))).map(({ event }) => event)
  return lifted(tx, async () => {
    await bringAgain(tx, events.flatMap(({ id, type }) => (type === 'verdict' ? [id] : [])), recordsOf(events), personId)
    await refreshStandings(tx, recordsOf(events))
    return owners(tx, entries.filter((entry) => !added.has(keyOf(entry))), personId)
  })
}

/** What this person said of one of these verdicts before it came was brought without it, or not at all: it gets a number anew. */
async function bringAgain(tx: Tx, verdictIds: readonly string[], keys: readonly string[], personId: string): Promise<void> {
  if (verdictIds.length === 0) return
  const come = new Set(verdictIds)
  const naming = await rows(tx, sql<{ source: string; id: string; named: string }>`select source, id, ${namedVerdict} as named from event
    where record_key in (select jsonb_array_elements_text(${json(keys)})) and person_id = ${personId} and type in ('verdict', 'verdict-withdrawn') and ${namedVerdict} is not null order by seq`)
  const early = naming.filter(({ named }) => come.has(named))
  if (early.length === 0) return
  const first = await takeNumbers(tx, 'ledger', early.length)
  await sql`update event set seq = entry.seq from jsonb_to_recordset(${json(early.map(({ source, id }, index) => ({ source, id, seq: first + index })))}) as entry (source text, id text, seq bigint)
    where event.source = entry.source and event.id = entry.id`.execute(tx)
}

/** Only verdicts and their withdrawals change what stands. */
function recordsOf(events: readonly LedgerEvent[]): string[] {
  return [...new Set(events.filter(({ type }) => type === 'verdict' || type === 'verdict-withdrawn').map(({ ref }) => recordKey(ref)))]
}

async function owners(tx: Tx, entries: readonly Judged[], personId: string): Promise<Map<string, boolean>> {
  if (entries.length === 0) return new Map()
  const asked = entries.map(({ envelope, event }) => ({ source: envelope.source, id: event.id }))
  const found = await rows(tx, sql<{ source: string; id: string; person_id: string }>`select event.source, event.id, person_id from event
    join jsonb_to_recordset(${json(asked)}) as asked (source text, id text) on asked.source = event.source and asked.id = event.id`)
  return new Map(found.map((row) => [keyOf({ envelope: row, event: row }), row.person_id !== personId]))
}

/** Takes out what is about somebody erased later than it happened; resolves to its keys. */
async function dropErased(tx: Tx, fresh: Map<string, Judged>): Promise<Set<string>> {
  const targets = new Map([...fresh].map(([key, { event }]) => [key, digestHex(recordKey(event.ref))]))
  if (targets.size === 0) return new Set()
  const found = await rows(tx, sql<{ target: string; at: number }>`select target, at from erased
    where target in (select jsonb_array_elements_text(${json([...new Set(targets.values())])}))`)
  const erasedAt = new Map(found.map(({ target, at }) => [target, at]))
  const dropped = [...fresh].filter(([key, { event }]) => event.at <= (erasedAt.get(targets.get(key) ?? '') ?? -1)).map(([key]) => key)
  for (const key of dropped) fresh.delete(key)
  return new Set(dropped)
}

/** Takes out withdrawals of what somebody else judged, as far as that is here; what comes later counts for nobody else (`refreshStandings`, `readBrought`). */
async function dropOthers(tx: Tx, fresh: Map<string, Judged>, personId: string): Promise<Set<string>> {
  const named = [...fresh].flatMap(([key, { event, envelope }]) => (event.type === 'verdict-withdrawn' ? [{ key, source: envelope.source, id: event.verdictId }] : []))
  if (named.length === 0) return new Set()
  const foreign = await lifted(tx, () => rows(tx, sql<{ key: string }>`select key from event join jsonb_to_recordset(${json(named)}) as named (key text, source text, id text)
    on named.source = event.source and named.id = event.id where person_id <> ${personId}`))
  for (const { key } of foreign) fresh.delete(key)
  return new Set(foreign.map(({ key }) => key))
}

function keyOf({ envelope, event }: { envelope: { source: string }; event: { id: string } }): string {
  return `${envelope.source} ${event.id}`
}
