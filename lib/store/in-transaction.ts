import type { Table, Transaction } from 'dexie'
import type { DurableDb } from './rows'

const roots = new WeakMap<DurableDb, DurableDb>()

/**
 * Runs work over a database whose tables belong to one transaction, wherever they are used. Left to itself Dexie finds the transaction by the chain of
 * promises, and loses it behind functions of ours that await several requests at once or none: what follows would be written outside of it.
 */
export function inTransaction<T>(db: DurableDb, mode: 'r' | 'rw', tables: readonly Table[], work: (db: DurableDb) => PromiseLike<T>): PromiseLike<T> {
  return db.transaction(mode, tables, (transaction) => work(boundTo(db, transaction)))
}

/** The database itself, for what is kept beside it in memory. */
export function rootOf(db: DurableDb): DurableDb {
  return roots.get(db) ?? db
}

function boundTo(db: DurableDb, transaction: Transaction): DurableDb {
  const tables = Object.fromEntries(transaction.storeNames.map((name) => [name, transaction.table(name)]))
  const bound = Object.create(db) as DurableDb
  Object.assign(bound, tables)
  roots.set(bound, rootOf(db))
  return bound
}
