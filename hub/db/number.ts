import { sql } from 'kysely'
import { firstRow, type Db, type Tx } from './database'

export type Stream = 'ledger' | 'asset' | 'view' | 'touch' | 'audit' | 'document' | 'erasure'

/**
 * Takes `count` numbers of a stream and resolves to the first. The counter's row stays locked until the transaction ends, so a
 * higher number is never seen before a lower one is committed: a poll that has seen number n misses nothing below it. Call it
 * before anything else that locks rows.
 */
export async function takeNumbers(tx: Tx, stream: Stream, count: number): Promise<number> {
  const row = await firstRow(tx, sql<{ value: number }>`update counter set value = value + ${count} where name = ${stream} returning value`)
  if (!row) throw new Error(`no counter ${stream}`)
  return row.value - count + 1
}

/** The last number of a stream that is committed: as long as it stays, so does everything that counts by it. */
export async function lastNumber(tx: Db, stream: Stream): Promise<number> {
  return (await firstRow(tx, sql<{ value: number }>`select value from counter where name = ${stream}`))?.value ?? 0
}
