import { sql } from 'kysely'
import { firstRow, type Tx } from './database'

export type Stream = 'ledger' | 'asset' | 'view' | 'touch' | 'audit'

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
