import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { firstRow } from '../db/database'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'
import { admits } from './fair-share'

const lockNumber = 720_450_114
const secondMs = 1000
/** HubSpot's rolling ten seconds for an app, and its searches a second, with room for what others of the portal search. */
const spans = { call: { seconds: 10, most: 100 }, search: { seconds: 2, most: 5 } } as const
export type Span = keyof typeof spans

/**
 * Counts one call against the limit all people of all copies share.
 * @param tenSeconds HubSpot's own word for the limit
 * @throws AppError `rate-limited` with the moment to come back
 */
export async function takeCall({ db, now }: Pick<HubDeps, 'db' | 'now'>, personId: string, span: Span, tenSeconds: number | undefined): Promise<void> {
  const { seconds, most } = spans[span]
  const slot = Math.floor(now() / secondMs)
  const admitted = await asHub(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(tx)
    await sql`delete from hubspot_use where span = ${span} and slot <= ${slot - seconds}`.execute(tx)
    const use = await firstRow(tx, sql<{ all: number; mine: number; people: number }>`select coalesce(sum(n), 0)::int as all,
      coalesce(sum(n) filter (where person_id = ${personId}), 0)::int as mine, (count(distinct person_id) filter (where person_id <> ${personId}) + 1)::int as people
      from hubspot_use where span = ${span}`)
    if (!use || !admits({ ...use, most: span === 'call' ? (tenSeconds ?? most) : most })) return false
    await sql`insert into hubspot_use (span, slot, person_id, n) values (${span}, ${slot}, ${personId}, 1)
      on conflict (span, slot, person_id) do update set n = hubspot_use.n + 1`.execute(tx)
    return true
  })
  if (!admitted) throw new AppError('rate-limited', { detail: 'team', retryAt: (slot + 1) * secondMs })
}
