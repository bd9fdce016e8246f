import { sql } from 'kysely'
import { recordKey } from '@/lib/domain/record-ref'
import { cloudEvent, parseTolerant, touchData, touchType, type CloudEvent, type Outcome } from '@/lib/hub-client/contract'
import { json, rows, type Tx } from '../db/database'
import { oldestKept } from '../privacy/retention'
import { digestHex } from '../secrets/digest'

/** Longest a sender's clock may be ahead. */
const aheadMs = 86_400_000

interface Row { source: string; id: string; at: number; record_key: string | null; email_hash: string | null; body: CloudEvent }

/** Stores touches of a sender; each is accepted or refused by itself, and known ones are no news. */
export async function appendTouches(tx: Tx, batch: readonly unknown[], senderId: string, now: number): Promise<Outcome[]> {
  const oldest = await oldestKept(tx, now)
  const judged = batch.map((entry) => toRow(entry, { oldest, latest: now + aheadMs }))
  const fresh = new Map(judged.flatMap((row): [string, Row][] => ('body' in row ? [[keyOf(row), row]] : [])))
  const erased = await erasedOf(tx, [...fresh.values()])
  for (const [key, row] of fresh) if (isErased(row, erased)) fresh.delete(key)
  const stored = fresh.size === 0 ? [] : await rows(tx, sql<Row>`insert into touch (source, id, at, record_key, email_hash, body, received_at, sender_id)
    select source, id, at, record_key, email_hash, body, ${now}, ${senderId}
    from jsonb_to_recordset(${json([...fresh.values()])}) as entry (source text, id text, at bigint, record_key text, email_hash text, body jsonb)
    on conflict do nothing returning source, id`)
  const added = new Set(stored.map(keyOf))
  return judged.map((row): Outcome => {
    if (!('body' in row)) return row
    if (!fresh.has(keyOf(row))) return { id: row.id, status: 'refused', kind: 'policy', detail: 'erased' }
    return { id: row.id, status: added.delete(keyOf(row)) ? 'accepted' : 'duplicate' }
  })
}

function toRow(entry: unknown, { oldest, latest }: { oldest: number; latest: number }): Row | Outcome {
  const envelope = parseTolerant(cloudEvent, entry)
  if (!envelope.success) return { id: '', status: 'refused', kind: 'invalid', detail: `envelope ${envelope.detail}` }
  const { id, source, type, data } = envelope.data
  const parsed = parseTolerant(touchData, data)
  const refuse = (detail: string): Outcome => ({ id, status: 'refused', kind: 'invalid', detail })
  if (type !== touchType) return refuse('type')
  if (!parsed.success) return refuse(`data ${parsed.detail}`)
  const { ref, emailHash, touch } = parsed.data
  if (!ref && emailHash === undefined) return refuse('neither ref nor emailHash')
  if (touch.at > latest) return refuse('at lies in the future')
  if (touch.at < oldest) return { id, status: 'refused', kind: 'policy', detail: 'retention' }
  return { source, id, at: Math.round(touch.at), record_key: ref ? recordKey(ref) : null, email_hash: emailHash ?? null, body: envelope.data }
}

async function erasedOf(tx: Tx, entries: readonly Row[]): Promise<Map<string, number>> {
  const targets = entries.flatMap(targetsOf)
  if (targets.length === 0) return new Map()
  const found = await rows(tx, sql<{ target: string; at: number }>`select target, at from erased where target in (select jsonb_array_elements_text(${json(targets)}))`)
  return new Map(found.map(({ target, at }) => [target, at]))
}

function isErased(row: Row, erased: ReadonlyMap<string, number>): boolean {
  return targetsOf(row).some((target) => row.at <= (erased.get(target) ?? -1))
}

function targetsOf(row: Row): string[] {
  return [row.record_key, row.email_hash].flatMap((name) => (name === null ? [] : [digestHex(name)]))
}

function keyOf({ source, id }: Pick<Row, 'source' | 'id'>): string {
  return JSON.stringify([source, id])
}
