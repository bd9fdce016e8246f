/** Rows per read: a slice of work, not a second of it. */
const sliceSize = 1_000

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB gave no reason')))
  })
}

/** Opening a name that does not exist would create it: that is recognised, and stopped, in the upgrade it begins with. */
async function openAsItIs(indexedDB: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  const request = indexedDB.open(name)
  const missing = new Promise<undefined>((resolve) => {
    request.addEventListener('upgradeneeded', () => {
      request.transaction?.abort()
      resolve(undefined)
    })
  })
  return Promise.race([missing, answer(request)])
}

/**
 * Reads stores of a database at whatever version it has, running no step: also what a failed upgrade left behind can be saved.
 * Stores that do not exist are empty; a database that does not exist is left not existing.
 */
export async function dumpStores(indexedDB: IDBFactory, name: string, stores: readonly string[]): Promise<Record<string, unknown[]>> {
  const db = await openAsItIs(indexedDB, name)
  const dump: Record<string, unknown[]> = {}
  try {
    for (const store of stores) dump[store] = db?.objectStoreNames.contains(store) ? await readStore(db, store) : []
  } finally {
    db?.close()
  }
  return dump
}

async function readStore(db: IDBDatabase, store: string): Promise<unknown[]> {
  const rows: unknown[] = []
  const source = db.transaction(store).objectStore(store)
  for (let from: IDBKeyRange | undefined; ; ) {
    const [keys, values] = await Promise.all([answer(source.getAllKeys(from, sliceSize)), answer(source.getAll(from, sliceSize))])
    for (const value of values) rows.push(value)
    const last = keys.at(-1)
    if (last === undefined || keys.length < sliceSize) return rows
    from = IDBKeyRange.lowerBound(last, true)
  }
}
