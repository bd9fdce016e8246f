import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { firstRow } from '../db/database'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'

export const tryWindowMs = 60_000

/**
 * Counts one try, in the database so that copies share it, and in a transaction of its own so that a refused try counts too.
 * @throws AppError `rate-limited` beyond `most` tries in a minute
 */
export async function countTry({ db, now }: Pick<HubDeps, 'db' | 'now'>, key: string, most: number): Promise<void> {
  const slot = Math.floor(now() / tryWindowMs)
  const row = await asHub(db, async (tx) => {
    await sql`delete from rate where key = ${key} and slot < ${slot}`.execute(tx)
    return firstRow(tx, sql<{ n: number }>`insert into rate (key, slot, n) values (${key}, ${slot}, 1)
      on conflict (key, slot) do update set n = rate.n + 1 returning n`)
  })
  if ((row?.n ?? 0) > most) throw new AppError('rate-limited', { retryAt: (slot + 1) * tryWindowMs })
}
