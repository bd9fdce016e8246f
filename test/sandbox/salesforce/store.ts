export type Value = string | number | boolean | null
/** A record by API field name. Dates are `YYYY-MM-DD`, datetimes `YYYY-MM-DDTHH:mm:ss.SSS+0000`, both comparable as text. */
export type Row = Readonly<Record<string, Value>>

/** All rows of an org. Rows are replaced, never changed, so a checkpoint is a shallow copy. */
export interface Store {
  rows(object: string): Row[]
  find(object: string, id: string): Row | undefined
  put(object: string, row: Row): void
  nextSerial(object: string): number
  /** Takes a checkpoint; the returned function goes back to it. */
  checkpoint(): () => void
  /** Everything written after the seed, by object, in order. */
  written(): Record<string, Row[]>
}

export type Seed = Record<string, readonly Row[]>

/** Builds a store over seeded rows. */
export function createStore(seed: Seed): Store {
  let tables = new Map(Object.entries(seed).map(([object, rows]) => [object, new Map(rows.map((row) => [String(row.Id), row]))]))
  let serials = new Map<string, number>()
  let touched = new Map<string, Set<string>>()

  const table = (object: string): Map<string, Row> => {
    const existing = tables.get(object)
    if (existing !== undefined) return existing
    const created = new Map<string, Row>()
    tables.set(object, created)
    return created
  }

  return {
    rows: (object) => [...table(object).values()],
    find: (object, id) => table(object).get(id),
    put(object, row) {
      const id = String(row.Id)
      table(object).set(id, row)
      touched.set(object, (touched.get(object) ?? new Set()).add(id))
    },
    nextSerial(object) {
      const serial = (serials.get(object) ?? 0) + 1
      serials.set(object, serial)
      return serial
    },
    checkpoint() {
      const kept = {
        tables: new Map([...tables].map(([object, rows]) => [object, new Map(rows)])),
        serials: new Map(serials),
        touched: new Map([...touched].map(([object, ids]) => [object, new Set(ids)])),
      }
      return () => ({ tables, serials, touched } = kept)
    },
    written: () =>
      Object.fromEntries([...touched].map(([object, ids]) => [object, [...ids].map((id) => table(object).get(id)).filter((row) => row !== undefined)])),
  }
}
