import { rootOf } from './in-transaction'
import type { DurableDb } from './rows'

/** Records that change while the whole ledger is being counted: they are counted once more at its end. Nothing while nobody counts. */
const records = new WeakMap<DurableDb, Set<string>>()

/** From here on every change is noted, in the set it gives. */
export function beginCount(db: DurableDb): ReadonlySet<string> {
  const noted = new Set<string>()
  records.set(rootOf(db), noted)
  return noted
}

export function isCounting(db: DurableDb, noted: ReadonlySet<string> | undefined = records.get(rootOf(db))): boolean {
  return noted !== undefined && records.get(rootOf(db)) === noted
}

export function noteDisturbed(db: DurableDb, keys: readonly string[]): void {
  for (const key of keys) records.get(rootOf(db))?.add(key)
}

/** Nothing more is noted: the count is at its end, or has become worthless. */
export function endCount(db: DurableDb, noted: ReadonlySet<string> | undefined = records.get(rootOf(db))): void {
  if (records.get(rootOf(db)) === noted) records.delete(rootOf(db))
}
