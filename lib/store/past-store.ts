import { inSlices } from '@/lib/domain/in-slices'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { PastStore } from '@/lib/domain/store-ports'
import { groupByPerson } from '@/lib/domain/suggest/group-by-person'
import { countByPerson, countPast, type Past } from '@/lib/domain/suggest/past'
import { clearSums, countedEvents, keepCount, ledgerTables, packPast, rowCount } from './count-past'
import { beginCount, endCount } from './disturbed'
import type { Durable } from './durable'
import { eventsIn } from './events-in'
import type { StoredEvent, StoredPast } from './rows'
import { readTable } from './slices'

/** Items written in one go: what follows one can be a long text. */
const batch = 50

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
      await db.transaction('rw', [db.past, db.meta], () => clearSums(db))
      const [own, others, known] = await Promise.all([readTable(db.events), readTable(db.teamEvents), db.learnedPeople.toCollection().primaryKeys()])
      const people = new Set(known)
      const isKnown = (key: string) => people.has(key)
      const told = await inSlices(groupByPerson(await inSlices(opened([...own, ...others]), slices)), slices)
      const rows = await inSlices(packed(await inSlices(countByPerson(told, isKnown), slices)), slices)
      for (let start = 0; start < rows.length; start += batch) await db.past.bulkPut(rows.slice(start, start + batch))
      const countOf = (keys: readonly string[]) => countPast(keys.flatMap((key) => told.get(key) ?? []), isKnown)
      isTrue = await db.transaction('rw', ledgerTables(db), () => keepCount(db, noted, countOf))
    } finally {
      endCount(db, noted)
    }
  }

  /** A release that did not count may have been here before this start; whoever counts now does so with every change. */
  let isTrue = false
  const kept = () => db.transaction('r', [db.past, db.meta, db.events, db.teamEvents], async () => {
    const counted = (await db.meta.get(countedEvents))?.value
    isTrue = counted !== undefined && (isTrue || counted === await rowCount(db))
    return isTrue ? db.past.toArray() : undefined
  })

  let counting: Promise<void> | undefined
  async function counts(): Promise<StoredPast[]> {
    for (;;) {
      const rows = await kept()
      if (rows) return rows
      await (counting ??= count().finally(() => { counting = undefined }))
    }
  }

  return {
    all: () => guard(async () => (await counts()).map(({ item, past, next }) => ({ item, ...past, next: () => JSON.parse(next) as Record<string, number> }))),
  }
}

function* opened(rows: readonly Pick<StoredEvent, 'rev'>[]): Generator<void, LedgerEvent[]> {
  const events = new Map<string, LedgerEvent>()
  for (const row of rows) {
    for (const event of eventsIn([row])) events.set(event.id, event)
    yield
  }
  return [...events.values()]
}

function* packed(past: Past): Generator<void, StoredPast[]> {
  const rows: StoredPast[] = []
  for (const item of past.values()) {
    rows.push(packPast(item))
    yield
  }
  return rows
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 0) })
}
