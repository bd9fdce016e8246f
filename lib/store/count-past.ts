import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import { countPast } from '@/lib/domain/suggest/past'
import { endCount, isCounting, noteDisturbed } from './disturbed'
import { distinct, eventsIn } from './events-in'
import { outcomesOfSends, toFiled } from './filed'
import { clearPastRows, writePast } from './past-rows'
import type { DurableDb } from './rows'
import { rowsWith } from './slices'

// A transaction ends where nobody asks it anything, and Dexie loses it behind a function of ours that asked nothing: such are not awaited below.

/**
 * What the ledger says of each asset and content item is kept as sums (`past`) that every change of the ledger brings up to date in its own transaction: what
 * the records it touches said before is taken out, what they say after is added. `meta` holds how many events the sums count; without a number they are
 * counted anew when somebody asks (`past-store.ts`), and a wrong one, as after a rollback to a release that did not count, is found soon after a start.
 */
const countedEvents = 'past'
/** Grows with every change the sums did not take part in. */
const uncountedChanges = 'past-missed'

/** What a transaction that changes the ledger writes to. */
export function ledgerTables(db: DurableDb) {
  return [db.events, db.teamEvents, db.verdicts, db.rollups, db.filed, db.past, db.pastNext, db.learnedPeople, db.meta]
}

/** Events of these records, own and others', and the outcomes of their sends, and of those about to be added, wherever they are filed; each once. */
async function eventsOf(db: DurableDb, keys: readonly string[], added: readonly LedgerEvent[] = []): Promise<LedgerEvent[]> {
  const rows = (await Promise.all([rowsWith(db.events, 'recordKey', keys), rowsWith(db.teamEvents, 'recordKey', keys)])).flat()
  const sends = [...eventsIn(rows), ...added].flatMap((event) => (event.type === 'send' ? [event.id] : []))
  return eventsIn(sends.length === 0 ? rows : [...rows, ...await outcomesOfSends(db, sends)])
}

/** Records these events say something of: their own, and that of a send whose outcome they tell. */
async function keysTouched(db: DurableDb, events: readonly LedgerEvent[]): Promise<string[]> {
  const sends = events.flatMap((event) => (event.type === 'send-outcome' ? [event.sendId] : []))
  const stored = sends.length === 0 ? [] : (await Promise.all([db.events.bulkGet(sends), db.teamEvents.bulkGet(sends)])).flat()
  return [...new Set([...events.map(({ ref }) => recordKey(ref)), ...stored.flatMap((row) => (row ? [row.recordKey] : []))])]
}

/** With those whose sends these records' outcomes tell of. */
async function widened(db: DurableDb, keys: readonly string[]): Promise<string[]> {
  return [...new Set([...keys, ...await keysTouched(db, await eventsOf(db, keys))])]
}

/** Adds events that are new, and counts them. Resolves to all events of the records they touch. Runs inside a transaction over `ledgerTables`. */
export async function countingAdded(db: DurableDb, added: readonly LedgerEvent[], add: () => PromiseLike<unknown>): Promise<LedgerEvent[]> {
  const keys = await keysTouched(db, added)
  const before = await eventsOf(db, keys, added)
  const after = distinct([...before, ...added])
  await add()
  if (added.length === 0) return after
  const filed = toFiled(added)
  if (filed.length > 0) await db.filed.bulkPut(filed)
  const counted = (await countedSoFar(db)) ?? (await isFirst(db, added.length) ? 0 : undefined)
  if (counted === undefined) {
    await noteUncounted(db, keys)
    return after
  }
  const known = await knownOf(db, keys)
  await writePast(db, countPast(before, known), countPast(after, known))
  await db.meta.put({ id: countedEvents, value: counted + added.length })
  return after
}

/** Does something to the events, or to who is counted elsewhere, of these records, and brings the sums in line. Runs inside a transaction over `ledgerTables`. */
export async function recounted<T>(db: DurableDb, keys: readonly string[], change: () => PromiseLike<T>): Promise<T> {
  if (keys.length === 0) return change()
  const counted = await countedSoFar(db)
  if (counted === undefined) {
    await noteUncounted(db, isCounting(db) ? await widened(db, keys) : [])
    return change()
  }
  const wide = await widened(db, keys)
  const said = async () => ({ events: await eventsOf(db, wide), known: await knownOf(db, wide) })
  const [before, many] = [await said(), await rowCountOf(db, keys)]
  const result = await change()
  const after = await said()
  await writePast(db, countPast(before.events, before.known), countPast(after.events, after.known))
  const gone = goneOf(before.events, after.events)
  if (gone.length > 0) await db.filed.bulkDelete(gone)
  await db.meta.put({ id: countedEvents, value: counted + (await rowCountOf(db, keys)) - many })
  return result
}

/** Forgets the sums, and what is filed, where so much goes at once that counting anew is less. */
export async function forgetPast(db: DurableDb): Promise<void> {
  await clearSums(db)
  await noteUncounted(db, [])
  endCount(db)
}

export async function clearSums(db: DurableDb): Promise<void> {
  await clearPastRows(db)
  await db.filed.clear()
  await db.meta.delete(countedEvents)
}

/**
 * Makes rows that were written to `past` the sums: what was counted of the records that changed meanwhile is taken out, what they say now is added.
 * Resolves to whether they are; `false` where sums were forgotten meanwhile. Runs inside a transaction over `ledgerTables`.
 */
export async function keepCount(db: DurableDb, noted: ReadonlySet<string>, counted: { of(key: string): readonly LedgerEvent[]; isKnown(key: string): boolean }): Promise<boolean> {
  const value = await rowCount(db)
  if (!isCounting(db, noted)) return false
  const keys = [...noted]
  if (keys.length > 0) {
    const [before, after] = [keys.flatMap((key) => counted.of(key)), await eventsOf(db, keys)]
    await writePast(db, countPast(before, counted.isKnown), countPast(after, await knownOf(db, keys)))
    const gone = goneOf(before, after)
    if (gone.length > 0) await db.filed.bulkDelete(gone)
  }
  await db.meta.put({ id: countedEvents, value })
  endCount(db)
  return true
}

/** How many events the sums count; `undefined` where there are none yet. */
async function countedSoFar(db: DurableDb): Promise<number | undefined> {
  return (await db.meta.get(countedEvents))?.value
}

/** Those that are there no more. */
function goneOf(before: readonly LedgerEvent[], after: readonly LedgerEvent[]): string[] {
  const left = new Set(after.map(({ id }) => id))
  return before.flatMap(({ id }) => (left.has(id) ? [] : [id]))
}

/** Whether there are sums, and all of the ledger is filed. Runs inside a transaction over `meta`. */
export async function isCounted(db: DurableDb): Promise<boolean> {
  return (await countedSoFar(db)) !== undefined
}

/** Whether the sums count another number of events than there are. Counting a long ledger takes a tenth of a second. Runs inside a transaction over `meta`, `events` and `teamEvents`. */
export async function isMiscounted(db: DurableDb): Promise<boolean> {
  const counted = await countedSoFar(db)
  return counted !== undefined && counted !== await rowCount(db)
}

/** Nothing was there before these: counting can begin with them. */
async function isFirst(db: DurableDb, added: number): Promise<boolean> {
  return !isCounting(db) && (await db.meta.get(uncountedChanges)) === undefined && (await rowCount(db)) === added
}

async function rowCount(db: DurableDb): Promise<number> {
  const [own, others] = await Promise.all([db.events.count(), db.teamEvents.count()])
  return own + others
}

/** Of these records only: counting a whole table takes as long as it is. */
async function rowCountOf(db: DurableDb, keys: readonly string[]): Promise<number> {
  const counts = await Promise.all([...new Set(keys)].flatMap((key) => [db.events, db.teamEvents].map((table) => table.where('recordKey').equals(key).count())))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function noteUncounted(db: DurableDb, keys: readonly string[]): Promise<void> {
  noteDisturbed(db, keys)
  await db.meta.put({ id: uncountedChanges, value: ((await db.meta.get(uncountedChanges))?.value ?? 0) + 1 })
}

async function knownOf(db: DurableDb, keys: readonly string[]): Promise<(key: string) => boolean> {
  const known = new Set((await db.learnedPeople.bulkGet([...keys])).map((row) => row?.key))
  return (key) => known.has(key)
}
