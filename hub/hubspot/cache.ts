import { sql } from 'kysely'
import { firstRow, json } from '../db/database'
import type { HubDeps } from '../deps'
import { digestHex } from '../secrets/digest'

const keptMs = 3_600_000

/** What the portal says of itself (forms, owners, property definitions), asked once an hour for everybody. */
export async function cached(deps: Pick<HubDeps, 'db' | 'now'>, path: string): Promise<{ body: unknown } | undefined> {
  return firstRow(deps.db, sql<{ body: unknown }>`select body from hubspot_cache where key = ${digestHex(path)} and until > ${deps.now()}`)
}

export async function remember({ db, now }: Pick<HubDeps, 'db' | 'now'>, path: string, body: unknown): Promise<void> {
  await sql`delete from hubspot_cache where until <= ${now()}`.execute(db)
  await sql`insert into hubspot_cache (key, body, until) values (${digestHex(path)}, ${json(body)}, ${now() + keptMs})
    on conflict (key) do update set body = excluded.body, until = excluded.until`.execute(db)
}
