import Dexie from 'dexie'
import type { Table } from 'dexie'

/** Rows read in one go: about 10 ms of work even where a verdict names many stories, so that nobody waits behind 100,000 of them. */
const sliceSize = 400

/** Hands on all rows of a table, slice by slice, by primary key. */
export async function eachSlice<T extends object>(table: Table<T, string>, take: (rows: T[]) => void): Promise<void> {
  const key = String(table.schema.primKey.keyPath)
  for (let after: unknown; ; ) {
    const slice = await (after === undefined ? table.orderBy(key) : table.where(key).above(after)).limit(sliceSize).toArray()
    take(slice)
    const last = slice.at(-1)
    if (last === undefined || slice.length < sliceSize) return
    after = Dexie.getByKeyPath(last, key)
  }
}

/** All rows of a table, or those that fit. */
export async function readTable<T extends object>(table: Table<T, string>, fits: (row: T) => boolean = () => true): Promise<T[]> {
  const rows: T[] = []
  await eachSlice(table, (slice) => { for (const row of slice) if (fits(row)) rows.push(row) })
  return rows
}

/**
 * The rows an index `[name+moment]` files under `name`, in order of their moments, read in slices. A slice begins where the one
 * before ended, and is longer by the rows of that same moment.
 */
export async function readByMoment<T extends { id: string }>(table: Table<T, string>, index: string, name: string, momentOf: (row: T) => number): Promise<T[]> {
  const rows: T[] = []
  let known = new Set<string>()
  for (let from: number | undefined; ; ) {
    const size = known.size + sliceSize
    const slice = await table.where(index).between([name, from ?? Dexie.minKey], [name, Dexie.maxKey]).limit(size).toArray()
    for (const row of slice) if (!known.has(row.id)) rows.push(row)
    const last = slice.at(-1)
    if (last === undefined || slice.length < size) return rows
    from = momentOf(last)
    known = new Set(slice.filter((row) => momentOf(row) === from).map((row) => row.id))
  }
}

/** All rows that carry one of the values in an index: one read each, which is faster than walking from value to value. */
export async function rowsWith<T, Key, New>(table: Table<T, Key, New>, index: string, values: readonly string[]): Promise<T[]> {
  return (await Promise.all(values.map((value) => table.where(index).equals(value).toArray()))).flat()
}
