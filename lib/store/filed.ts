import Dexie from 'dexie'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { rowRev } from './rows'
import type { DurableDb, StoredEvent, StoredFiled, StoredTeamEvent } from './rows'
import { rowsWith } from './slices'

/**
 * Where events that are no verdicts are found by what they tell, and the outcomes of a send by the send. Rows of their own, and no indexes of the ledger's tables,
 * because those are built while the database opens: over 100,000 events nobody could read anything for many seconds. What was there before is filed with
 * the first count of the ledger (`past-store.ts`).
 */
const filedTypes: ReadonlySet<LedgerEvent['type']> = new Set<LedgerEvent['type']>(['send', 'send-outcome', 'request', 'dismissed', 'missed', 'verdict-withdrawn'])
/** Rows written or read in one go. */
const batch = 250

/** Rows for those of the events that are filed. */
export function toFiled(events: readonly LedgerEvent[]): StoredFiled[] {
  return events.filter(({ type }) => filedTypes.has(type)).map((event) => (
    { id: event.id, rev: rowRev, type: event.type, at: event.at, ...(event.type === 'send-outcome' ? { sendId: event.sendId } : {}) }
  ))
}

/** Files events of before, a batch at a time. */
export async function fileAll(db: DurableDb, events: readonly LedgerEvent[]): Promise<void> {
  const rows = toFiled(events)
  for (let start = 0; start < rows.length; start += batch) await db.filed.bulkPut(rows.slice(start, start + batch))
}

/** What is told of these sends, wherever it is kept. */
export async function outcomesOfSends(db: DurableDb, sends: readonly string[]): Promise<(StoredEvent | StoredTeamEvent)[]> {
  const ids = (await rowsWith(db.filed, 'sendId', sends)).map(({ id }) => id)
  return [...await db.events.bulkGet(ids), ...await db.teamEvents.bulkGet(ids)].filter((row) => row !== undefined)
}

/** Others' events of these types; `undefined` where not all of them are filed by what they tell. */
export async function findTeamFiled(db: DurableDb, types: readonly LedgerEvent['type'][]): Promise<StoredTeamEvent[] | undefined> {
  if (!types.every((type) => filedTypes.has(type))) return undefined
  const ids = (await Promise.all(types.map((type) => db.filed.where('[type+at]').between([type, Dexie.minKey], [type, Dexie.maxKey]).primaryKeys()))).flat()
  const rows: StoredTeamEvent[] = []
  for (let start = 0; start < ids.length; start += batch) for (const row of await db.teamEvents.bulkGet(ids.slice(start, start + batch))) if (row) rows.push(row)
  return rows
}
