import { sql } from 'kysely'
import type { Tx } from '../db/database'
import { digestHex } from '../secrets/digest'

export interface Act {
  at: number
  personId?: string | undefined
  act: string
  /** A record or person; kept as a digest, so that the trail survives an erasure without naming whom. */
  target?: string | undefined
}

/** The last thing a transaction does: everybody's acts are numbered one after the other. */
export async function writeAudit(tx: Tx, { at, personId, act, target }: Act): Promise<void> {
  await sql`with taken as (update counter set value = value + 1 where name = 'audit' returning value)
    insert into audit (seq, at, person_id, act, target)
    select value, ${at}::bigint, ${personId ?? null}::uuid, ${act}, ${target === undefined ? null : digestHex(target)} from taken`.execute(tx)
}
