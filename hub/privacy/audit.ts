import { sql } from 'kysely'
import type { Tx } from '../db/database'
import { takeNumbers } from '../db/number'
import { digestHex } from '../secrets/digest'

export interface Act {
  at: number
  personId?: string | undefined
  act: string
  /** A record or person; kept as a digest, so that the trail survives an erasure without naming whom. */
  target?: string | undefined
}

export async function writeAudit(tx: Tx, { at, personId, act, target }: Act): Promise<void> {
  const seq = await takeNumbers(tx, 'audit', 1)
  await sql`insert into audit (seq, at, person_id, act, target)
    values (${seq}, ${at}, ${personId ?? null}, ${act}, ${target === undefined ? null : digestHex(target)})`.execute(tx)
}
