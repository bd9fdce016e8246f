import { inSlices } from '@/lib/domain/in-slices'
import type { PastStore } from '@/lib/domain/store-ports'
import { groupByPerson } from '@/lib/domain/suggest/group-by-person'
import { countByPerson, perPerson } from '@/lib/domain/suggest/past'
import { clearSums, forgetPast, isCounted, isMiscounted, keepCount, ledgerTables } from './count-past'
import { beginCount, endCount } from './disturbed'
import type { Durable } from './durable'
import { fileAll } from './filed'
import { inTransaction } from './in-transaction'
import { unpackNext, writeAllPast } from './past-rows'
import { readToCount } from './read-to-count'
import { renewRows } from './renew-rows'
import type { DurableDb } from './rows'
import { rowsWith } from './slices'

/**
 * What the ledger says of each item: kept counted by every change of it, and counted anew where that was not so. `pause` gives others their turn.
 */
export function createPastStore({ db, guard, clock }: Durable, pause: () => Promise<void> = nextTurn): PastStore {
  const slices = { now: () => clock.now(), pause }

  /** Reads and counts the whole ledger, in slices. What changes it meanwhile is brought in line at the end; sums forgotten meanwhile stay forgotten. */
  async function count(): Promise<void> {
    const noted = beginCount(db)
    try {
      // Whoever changed the ledger without noting it is done before this is, and from here on there are no sums to change.
      await inTransaction(db, 'rw', [db.filed, db.past, db.pastNext, db.meta], clearSums)
      const people = new Set(await db.learnedPeople.toCollection().primaryKeys())
      const isKnown = (key: string) => people.has(key)
      const events = await readToCount(db)
      await fileAll(db, events)
      await renewRows(db, events)
      const told = await inSlices(groupByPerson(events), slices)
      await writeAllPast(db, await inSlices(countByPerson(told, isKnown), slices))
      await inTransaction(db, 'rw', ledgerTables(db), (bound) => keepCount(bound, noted, { of: (key) => told.get(key) ?? [], isKnown }))
    } finally {
      endCount(db, noted)
    }
  }

  let counting: Promise<void> | undefined
  /** What is read of the sums, once there are any. */
  async function counted<T>(read: (db: DurableDb) => Promise<T>): Promise<T> {
    for (;;) {
      const found = await inTransaction(db, 'r', [db.past, db.pastNext, db.meta], async (db) => (
        await isCounted(db) ? { value: await read(db) } : undefined
      ))
      if (found) return found.value
      await (counting ??= count().finally(() => { counting = undefined }))
    }
  }

  /** The items that numbers stand for; a number never stands for another. */
  let items = new Map<number, string>()
  async function itemsOf(db: DurableDb, numbers: readonly number[]): Promise<Map<number, string>> {
    const missing = numbers.filter((n) => !items.has(n))
    if (missing.length > 0) for (const row of await db.past.bulkGet(missing)) if (row) items.set(row.n, row.item)
    return items
  }

  return {
    check: () => guard(async () => {
      if (!(await inTransaction(db, 'r', [db.meta, db.events, db.teamEvents], isMiscounted))) return
      await inTransaction(db, 'rw', ledgerTables(db), async (db) => { if (await isMiscounted(db)) await forgetPast(db) })
    }),

    assets: () => guard(() => counted(async (db) => {
      const rows = await db.past.where('asset').equals(1).toArray()
      items = new Map(rows.map(({ n, item }) => [n, item]))
      return rows.map(({ item, people, judged, good, sent, outdated }) => ({ item, people, judged, good, sent, outdated }))
    })),

    around: (wanted) => guard(() => counted(async (db) => {
      const rows = await rowsWith(db.past, 'item', [...new Set(wanted)])
      const nexts = (await db.pastNext.bulkGet(rows.map(({ n }) => n))).map(unpackNext)
      const names = await itemsOf(db, [...new Set(nexts.flatMap((next) => [...next.keys()]))])
      return new Map(rows.map(({ item, people }, index) => {
        const next = [...nexts[index] ?? []].flatMap(([other, count]): [string, number][] => {
          const name = names.get(other)
          return name === undefined ? [] : [[name, count / perPerson]]
        })
        return [item, { people, next: new Map(next) }]
      }))
    })),
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 0) })
}
