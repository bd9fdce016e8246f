import { sql } from 'kysely'
import { changes, type Tx } from '../db/database'
import { asHub } from '../db/scope'
import { tryWindowMs } from '../http/rate'
import type { HubDeps } from '../deps'
import { readSettings } from '../people/settings'

const dayMs = 86_400_000
const auditDays = 730

/**
 * The moment before which nothing is taken any more: what was deleted by its age and counted already would come back with a late delivery.
 * Epoch milliseconds.
 */
export async function oldestKept(tx: Tx, now: number): Promise<number> {
  const { retentionDays } = await readSettings(tx)
  return retentionDays === undefined ? 0 : now - retentionDays * dayMs
}

/** Deletes what outlived its time; counts name nobody and stay. Copies may run it at once. */
export async function applyRetention({ db, now }: Pick<HubDeps, 'db' | 'now'>): Promise<{ events: number; views: number; touches: number; links: number }> {
  return asHub(db, async (tx) => {
    await sql`delete from audit where at < ${now() - auditDays * dayMs}`.execute(tx)
    await forgetBegun(tx, now())
    const links = await forgetLinks(tx, now())
    const before = await oldestKept(tx, now())
    if (before === 0) return { events: 0, views: 0, touches: 0, links }
    await sql`delete from standing where at < ${before}`.execute(tx)
    return {
      links,
      events: await changes(tx, sql`delete from event where at < ${before}`),
      views: await changes(tx, sql`delete from link_view where at < ${before}`),
      touches: await changes(tx, sql`delete from touch where at < ${before}`),
    }
  })
}

/** What is of use for minutes only: tries that were counted, and sign-ins nobody finished. */
async function forgetBegun(tx: Tx, now: number): Promise<void> {
  await sql`delete from rate where slot < ${Math.floor((now - dayMs) / tryWindowMs)}`.execute(tx)
  await sql`delete from sign_in where expires_at <= ${now}`.execute(tx)
  await sql`delete from hubspot_state where expires_at <= ${now}`.execute(tx)
}

/**
 * Links go on leading to their asset, because somebody may still open the mail; to whom they were sent and by whom is forgotten, and
 * their views with it. The id goes too: it is that of the send.
 */
async function forgetLinks(tx: Tx, now: number): Promise<number> {
  const { linkDays, retentionDays } = await readSettings(tx)
  const days = linkDays ?? retentionDays
  if (days === undefined) return 0
  const outlived = sql`record_key is not null and created_at < ${now - days * dayMs}`
  await sql`delete from link_view where slug in (select slug from link where ${outlived})`.execute(tx)
  return changes(tx, sql`update link set id = gen_random_uuid(), record_key = null, person_id = null, send_id = null where ${outlived}`)
}
