import { sql } from 'kysely'
import { asHub } from '../db/scope'
import { firstRow } from '../db/database'
import type { HubDeps } from '../deps'
import { secretText } from './digest'

const dayMs = 86_400_000

export function saltName(now: number): string {
  return `salt:${Math.floor(now / dayMs)}`
}

/** The salt of today, the same for all copies. Those of other days are deleted, and with them what they could find again. */
export async function dailySalt({ db, now, random }: Pick<HubDeps, 'db' | 'now' | 'random'>): Promise<string> {
  const name = saltName(now())
  const known = await firstRow(db, sql<{ value: string }>`select value from secret where name = ${name}`)
  if (known) return known.value
  return asHub(db, async (tx) => {
    await sql`delete from secret where name like 'salt:%' and name <> ${name}`.execute(tx)
    await sql`insert into secret (name, value, at) values (${name}, ${secretText(random, 32)}, ${now()}) on conflict do nothing`.execute(tx)
    const row = await firstRow(tx, sql<{ value: string }>`select value from secret where name = ${name}`)
    if (!row) throw new Error('no salt')
    return row.value
  })
}
