import type { Transaction } from 'dexie'

/** One step of a database's history: the stores it changes in Dexie's index syntax (null drops one), and what becomes of their rows. */
export interface Step {
  version: number
  stores: Record<string, string | null>
  upgrade?: (transaction: Transaction) => PromiseLike<unknown> | void
}
