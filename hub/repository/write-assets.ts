import { sql } from 'kysely'
import type { AssetOutcome, AssetWrite } from '@/lib/hub-client/contract'
import { json, rows, type Tx } from '../db/database'
import { takeNumbers } from '../db/number'
import { decide, type Held } from './decide-asset'

/** Writes each item or tells why not; what changed since its base is shown from both sides and left as it is. */
export async function writeAssets(tx: Tx, items: readonly AssetWrite[], { personId, now }: { personId: string; now: number }): Promise<AssetOutcome[]> {
  // Taken first: writers take turns, so what is read next is what is written over.
  const first = await takeNumbers(tx, 'asset', items.length)
  const held = await heldOf(tx, items.map(idIn))
  const written = new Map<string, Held & { seq: number; by_person: string; at: number }>()
  const history: (Held & { by_person: string; at: number })[] = []
  const outcomes = items.map((item, index) => {
    const { outcome, next } = decide(item, held.get(idIn(item)), now)
    if (next) {
      held.set(next.id, next)
      history.push({ ...next, by_person: personId, at: now })
      written.set(next.id, { ...next, seq: first + index, by_person: personId, at: now })
    }
    return outcome
  })
  if (written.size > 0) await store(tx, [...written.values()], history)
  return outcomes
}

function idIn({ asset, removed }: AssetWrite): string {
  if (removed !== undefined) return removed
  return typeof asset === 'object' && asset !== null && 'id' in asset ? String(asset.id) : ''
}

async function heldOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Held>> {
  const found = await rows(tx, sql<Held>`select asset_id as id, asset_change.version, asset.status, asset.body, '' as words from asset_change
    left join asset on asset.id = asset_id where asset_id in (select jsonb_array_elements_text(${json(ids)}))`)
  return new Map(found.map((row) => [row.id, row]))
}

/** The assets themselves, their history, and the feed. Versions go on counting over a deletion. */
async function store(tx: Tx, written: readonly (Held & { seq: number })[], history: readonly Held[]): Promise<void> {
  const entry = sql`as entry (id text, version int, status text, body jsonb, words text, seq bigint, at bigint, by_person uuid)`
  await sql`delete from asset where id in (select jsonb_array_elements_text(${json(written.filter(({ body }) => body === null).map(({ id }) => id))}))`.execute(tx)
  await sql`insert into asset (id, version, status, body, updated_at, updated_by, words)
    select id, version, status, body, at, by_person, to_tsvector('simple', words)
    from jsonb_to_recordset(${json(written.filter(({ body }) => body !== null))}) ${entry}
    on conflict (id) do update set version = excluded.version, status = excluded.status, body = excluded.body, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by, words = excluded.words`.execute(tx)
  await sql`insert into asset_version (asset_id, version, body, at, by_person) select id, version, body, at, by_person
    from jsonb_to_recordset(${json(history)}) ${entry}`.execute(tx)
  await sql`insert into asset_change (asset_id, seq, version) select id, seq, version from jsonb_to_recordset(${json(written)}) ${entry}
    on conflict (asset_id) do update set seq = excluded.seq, version = excluded.version`.execute(tx)
}
