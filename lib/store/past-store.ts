import type { PastStore } from '@/lib/domain/store-ports'
import { countPast } from '@/lib/domain/suggest/past'
import { countedEvents, packPast, rowCount, uncountedChanges } from './count-past'
import type { Durable } from './durable'
import { eventsIn } from './events-in'
import type { StoredPast } from './rows'
import { readTable } from './slices'

/** What the ledger says of each item: kept counted by every change of it, and counted anew where that was not so. */
export function createPastStore({ db, guard }: Durable): PastStore {
  /** Reads the whole ledger, in slices. What changed it meanwhile makes the count valid for this answer only. */
  async function count(): Promise<StoredPast[]> {
    const missed = async () => (await db.meta.get(uncountedChanges))?.value ?? 0
    const before = await missed()
    const [own, others, known] = await Promise.all([readTable(db.events), readTable(db.teamEvents), db.learnedPeople.toCollection().primaryKeys()])
    const people = new Set(known)
    const rows = [...countPast(eventsIn([...own, ...others]), (key) => people.has(key)).values()].map(packPast)
    await db.transaction('rw', [db.past, db.meta], async () => {
      if (await missed() !== before) return
      await db.past.clear()
      await db.past.bulkPut(rows)
      await db.meta.put({ id: countedEvents, value: own.length + others.length })
    })
    return rows
  }

  /** A release that did not count may have been here before this start; whoever counts now does so with every change. */
  let isTrue = false
  const kept = () => db.transaction('r', [db.past, db.meta, db.events, db.teamEvents], async () => {
    const counted = (await db.meta.get(countedEvents))?.value
    isTrue = counted !== undefined && (isTrue || counted === await rowCount(db))
    return isTrue ? db.past.toArray() : undefined
  })

  return {
    all: () => guard(async () => ((await kept()) ?? (await count())).map(({ item, past, next }) => ({ item, ...past, next: () => JSON.parse(next) as Record<string, number> }))),
  }
}
