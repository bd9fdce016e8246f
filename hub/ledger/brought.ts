import { sql } from 'kysely'
import type { CloudEvent } from '@/lib/hub-client/contract'
import { rows, type Tx } from '../db/database'

/** The verdict an event says it replaces or takes back; null for all others. */
export const namedVerdict = sql<string | null>`coalesce(event.body #>> '{data,supersedes}', event.body #>> '{data,verdictId}')`

/**
 * Events in order, as browsers are brought them. They decide by these what stands, so of replacing and taking back they are told only where the verdict is here and
 * the same person's; what comes in another order is brought again when it is (`append.ts`).
 */
export function readBrought(tx: Tx, after: number, limit: number): Promise<{ seq: number; body: CloudEvent }[]> {
  return rows(tx, sql<{ seq: number; body: CloudEvent }>`select event.seq, case when named.id is null then event.body #- '{data,supersedes}' else event.body end as body
    from event left join event as named on named.source = event.source and named.id = ${namedVerdict} and named.person_id = event.person_id
    where event.seq > ${after} and (event.type <> 'verdict-withdrawn' or named.id is not null) order by event.seq limit ${limit}`)
}
