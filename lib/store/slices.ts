import type { Table } from 'dexie'

/** Rows read in one go: about 10 ms of work, so that nobody waits behind 100,000 of them. */
const sliceSize = 1_000

/** The rows of these keys in their order, read in slices; keys that are gone meanwhile are left out. */
export async function readInSlices<T, K>(table: Table<T, K>, keys: readonly K[]): Promise<T[]> {
  const rows: T[] = []
  for (let start = 0; start < keys.length; start += sliceSize) {
    const slice = await table.bulkGet(keys.slice(start, start + sliceSize))
    for (const row of slice) if (row !== undefined) rows.push(row)
  }
  return rows
}
