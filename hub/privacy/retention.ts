import { sql } from 'kysely'
import { changes, type Tx } from '../db/database'
import { asHub } from '../db/scope'
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
export async function applyRetention({ db, now }: Pick<HubDeps, 'db' | 'now'>): Promise<{ events: number; views: number; touches: number }> {
  return asHub(db, async (tx) => {
    await sql`delete from audit where at < ${now() - auditDays * dayMs}`.execute(tx)
    const before = await oldestKept(tx, now())
    if (before === 0) return { events: 0, views: 0, touches: 0 }
    await sql`delete from standing where at < ${before}`.execute(tx)
    return {
      events: await changes(tx, sql`delete from event where at < ${before}`),
      views: await changes(tx, sql`delete from link_view where at < ${before}`),
      touches: await changes(tx, sql`delete from touch where at < ${before}`),
    }
  })
}
