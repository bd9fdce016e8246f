import { sql } from 'kysely'
import { changes } from '../db/database'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'
import { readSettings } from '../people/settings'

const dayMs = 86_400_000
const auditDays = 730

/** Deletes what outlived its time; counts name nobody and stay. Copies may run it at once. */
export async function applyRetention({ db, now }: Pick<HubDeps, 'db' | 'now'>): Promise<{ events: number; views: number; touches: number }> {
  return asHub(db, async (tx) => {
    await sql`delete from audit where at < ${now() - auditDays * dayMs}`.execute(tx)
    const { retentionDays } = await readSettings(tx)
    if (retentionDays === undefined) return { events: 0, views: 0, touches: 0 }
    const before = now() - retentionDays * dayMs
    await sql`delete from standing where at < ${before}`.execute(tx)
    return {
      events: await changes(tx, sql`delete from event where at < ${before}`),
      views: await changes(tx, sql`delete from link_view where at < ${before}`),
      touches: await changes(tx, sql`delete from touch where at < ${before}`),
    }
  })
}
