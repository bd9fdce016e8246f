import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'

/** Queries are plain SQL through `sql`, which binds every value; so the builder knows no tables. */
export type Tables = Record<string, never>
export type Db = Kysely<Tables>
/** Work inside one transaction. */
export type Tx = Transaction<Tables>

export async function rows<Row>(tx: Db, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(tx)).rows
}

export async function firstRow<Row>(tx: Db, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(tx)).rows[0]
}

/** Number of rows inserted, changed or deleted. */
export async function changes(tx: Db, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(tx)).numAffectedRows ?? 0)
}

/** A value for a `jsonb` column or a set of rows: `${json(x)}`. */
export function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::text::jsonb`
}
