import { sql } from 'kysely'
import { firstRow, rows, type Db, type Tx } from '../db/database'
import { migrate } from '../db/migrate'
import { tables, type Table } from './tables'

const blocksAtOnce = 128
const blockBytes = 8192

export interface Moved { table: Table; rows: number }

/**
 * Copies a hub from one database into an empty one, whole or not at all, and compares the two before it counts.
 * @throws Error where the target holds anything, or a table differs afterwards
 */
export async function moveHub(from: Db, to: Db): Promise<Moved[]> {
  await expectEmpty(to)
  await migrate(from)
  await migrate(to)
  return to.transaction().execute(async (tx) => {
    // The steps put counters at zero; nobody else may count meanwhile.
    await sql`delete from counter`.execute(tx)
    const moved: Moved[] = []
    for (const table of tables) moved.push({ table, rows: await copy(from, tx, table) })
    return moved
  })
}

/** Nothing in it, or no more than the empty tables an earlier attempt left. */
async function expectEmpty(to: Db): Promise<void> {
  const found = (await rows(to, sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`)).map(({ name }) => name)
  const known: readonly string[] = [...tables, 'schema_step']
  const filled: string[] = []
  for (const name of found) {
    if (!known.includes(name) || (name !== 'schema_step' && await holds(to, name))) filled.push(name)
  }
  if (filled.length > 0) throw new Error(`The target is not empty: ${filled.sort().join(', ')}. Nothing was moved. Make a new database and name that one.`)
}

async function holds(to: Db, name: string): Promise<boolean> {
  const used = name === 'counter' ? sql`value > 0` : sql`true`
  return await firstRow(to, sql`select 1 from ${sql.table(name)} where ${used} limit 1`) !== undefined
}

async function copy(from: Db, tx: Tx, table: Table): Promise<number> {
  const size = await firstRow(from, sql<{ bytes: number }>`select pg_relation_size(${table}::regclass) as bytes`)
  for (let block = 0; block * blockBytes < (size?.bytes ?? 0); block += blocksAtOnce) {
    const [first, end] = [`(${block},0)`, `(${block + blocksAtOnce},0)`]
    const part = await firstRow(from, sql<{ text: string | null }>`select jsonb_agg(to_jsonb(entry))::text as text from ${sql.table(table)} as entry
      where ctid >= ${first}::tid and ctid < ${end}::tid`)
    if (part?.text != null) await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${part.text}::text::jsonb)`.execute(tx)
  }
  const [before, after] = [await countOf(from, table), await countOf(tx, table)]
  if (before.n !== after.n || before.digest !== after.digest) throw new Error(`${table}: ${before.n} rows became ${after.n}, or differ. Nothing was moved.`)
  return after.n
}

/** How many rows, and a sum over what they say, in whatever order they lie. */
async function countOf(db: Db, table: Table): Promise<{ n: number; digest: string }> {
  const row = await firstRow(db, sql<{ n: number; digest: string }>`select count(*) as n,
    coalesce(sum(('x' || left(md5(to_jsonb(entry)::text), 15))::bit(60)::bigint), 0)::text as digest from ${sql.table(table)} as entry`)
  if (!row) throw new Error(`${table} cannot be counted`)
  return row
}
