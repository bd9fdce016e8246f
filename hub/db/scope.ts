import { sql } from 'kysely'
import type { Role } from '@/lib/hub-client/contract'
import type { Db, Tx } from './database'

export interface Who {
  personId: string
  role: Role
  sessionId: string
}

/**
 * One transaction with the rights of a person: row-level security is on, whatever a query forgot to ask for. It is over when
 * this resolves, so an answer given after it is committed.
 */
export function asPerson<T>(db: Db, who: Who, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('leadside.person', ${who.personId}, true), set_config('leadside.role', ${who.role}, true),
      set_config('role', 'leadside_person', true)`.execute(tx)
    return work(tx)
  })
}

/** The hub's own work: sign-in, redirects, signed ingest, housekeeping. */
export function asHub<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

/** Does what a person may cause but not do, for example counting, within the person's transaction. */
export async function lifted<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'none', true)`.execute(tx)
  const result = await work()
  await sql`select set_config('role', 'leadside_person', true)`.execute(tx)
  return result
}

/** Opens one record, and touches found by one e-mail hash, to the person of this transaction. */
export async function showRecord(tx: Tx, recordKey: string, emailHash = ''): Promise<void> {
  await sql`select set_config('leadside.record', ${recordKey}, true), set_config('leadside.email', ${emailHash}, true)`.execute(tx)
}
