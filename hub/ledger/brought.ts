import { sql } from 'kysely'
import type { CloudEvent } from '@/lib/hub-client/contract'
import { rows, type Tx } from '../db/database'

/** The verdict an event says it replaces or takes back; null for all others. */
export const namedVerdict = sql<string | null>`coalesce(event.body #>> '{data,supersedes}', event.body #>> '{data,verdictId}')`

/** One event of the ledger; `body` is null where the reader is not told of it. */
export interface Brought { seq: number; body: CloudEvent | null }

/**
 * Events in order, as browsers are brought them. They decide by these what stands, so of replacing and taking back they are told only where the verdict is here and
 * the same person's; what comes in another order is brought again when it is (`append.ts`).
 */
export function readBrought(tx: Tx, after: number, limit: number): Promise<Brought[]> {
  return rows(tx, brought(after, limit))
}

/**
 * The verdict's id is taken out of the page first: under row-level security PostgreSQL looks nothing up in an index by what a function makes of another row,
 * and would compare every event with every other.
 */
export function brought(after: number, limit: number) {
  return sql<Brought>`with page as materialized (select event.*, ${namedVerdict} as named_id from event where event.seq > ${after} order by event.seq limit ${limit})
    select page.seq, case when named.id is not null then page.body when page.type <> 'verdict-withdrawn' then page.body #- '{data,supersedes}' end as body
    from page left join event as named on named.source = page.source and named.id = page.named_id and named.person_id = page.person_id order by page.seq`
}
