import { sql } from 'kysely'
import { rows, type Db, type Tx } from './database'
import type { Step } from './step'
import { people } from './steps/01-people'
import { ledger } from './steps/02-ledger'
import { repository } from './steps/03-repository'
import { links } from './steps/04-links'
import { rights } from './steps/05-rights'
import { documents } from './steps/06-documents'
import { hubspot } from './steps/07-hubspot'
import { viewers } from './steps/08-viewers'
import { feeds } from './steps/09-feeds'
import { signIn } from './steps/10-sign-in'
import { forgottenLinks } from './steps/11-forgotten-links'
import { usedSecrets } from './steps/12-used-secrets'
import { endedSenders } from './steps/13-ended-senders'

export const steps: readonly Step[] = [people, ledger, repository, links, rights, documents, hubspot, viewers, feeds, signIn, forgottenLinks, usedSecrets, endedSenders]

const lockNumber = 720_450_113

/**
 * Brings the schema up to this release, each step whole or not at all; copies that start together take turns. Steps of a newer
 * release are left alone. Resolves to what was applied and what is unknown here.
 */
export async function migrate(db: Db, wanted: readonly Step[] = steps): Promise<{ applied: string[]; newer: string[] }> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(tx)
    await sql`create table if not exists schema_step (id text primary key)`.execute(tx)
    const known = (await rows(tx, sql<{ id: string }>`select id from schema_step`)).map(({ id }) => id)
    const missing = wanted.filter(({ id }) => !known.includes(id))
    for (const step of missing) await apply(tx, step)
    return { applied: missing.map(({ id }) => id), newer: known.filter((id) => !wanted.some((step) => step.id === id)) }
  })
}

async function apply(tx: Tx, { id, statements }: Step): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
  await sql`insert into schema_step (id) values (${id})`.execute(tx)
}
