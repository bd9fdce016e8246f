import { addLearned, isNothing, learnedItem, nothingLearned } from '@/lib/domain/learned'
import type { LearnedItem } from '@/lib/domain/learned'
import type { LearnedStore } from '@/lib/domain/store-ports'
import { ledgerTables, recounted } from './count-past'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'
import { readTable } from './slices'

/** Items nobody adds to any more make room. */
const mostItems = 5_000
/** People forgotten in one transaction: what their verdicts say is counted again. */
const batch = 250

/** What touches taught, as counts; of people only until when they were counted, so that nobody counts twice. */
export function createLearnedStore({ db, guard, damaged }: Durable): LearnedStore {
  const reader = createRowReader<LearnedItem>({ field: 'learned', schema: learnedItem, damaged })

  return {
    all: () => guard(async () => reader.readAll(await readTable(db.learned))),

    counted: (keys) => guard(async () => {
      const row = (await db.learnedPeople.bulkGet(keys)).find((each) => each !== undefined)
      return row && { key: row.key, until: row.until }
    }),

    countedAmong: (keys) => guard(async () => {
      const wanted = new Set(keys)
      return (await db.learnedPeople.toCollection().primaryKeys()).filter((key) => wanted.has(key))
    }),

    count: (person, change, now) => guard(() => inTransaction(db, 'rw', [...ledgerTables(db), db.learned], async (db) => {
      if ((await db.learnedPeople.get(person.key))?.until !== person.from) return false
      const { key, until } = person
      const note = () => (until === undefined ? db.learnedPeople.delete(key) : db.learnedPeople.put({ key, until, at: now }))
      // Whose touches are counted here is counted by them, and no more by what their verdicts rest on.
      await ((person.from === undefined) === (until === undefined) ? note() : recounted<unknown>(db, [key], note))
      const stored = await db.learned.bulkGet(change.map(({ item }) => item))
      const after = change.map((each, index) => {
        const row = stored[index]
        return addLearned((row && reader.read(row)) ?? nothingLearned(each.item), each)
      })
      await db.learned.bulkPut(after.filter((each) => !isNothing(each)).map((learned) => ({ item: learned.item, at: now, rev: rowRev, learned })))
      await db.learned.bulkDelete(after.filter(isNothing).map(({ item }) => item))
      const over = await db.learned.count() - mostItems
      if (over > 0) await db.learned.bulkDelete(await db.learned.orderBy('at').limit(over).primaryKeys())
      return true
    })),

    async purge(before) {
      await guard(() => db.learned.where('at').below(before).delete())
      for (let left = true; left; ) {
        left = await guard(() => inTransaction(db, 'rw', ledgerTables(db), async (db) => {
          const old = await db.learnedPeople.where('at').below(before).limit(batch).primaryKeys()
          if (old.length > 0) await recounted(db, old, () => db.learnedPeople.bulkDelete(old))
          return old.length === batch
        }))
      }
    },
  }
}
