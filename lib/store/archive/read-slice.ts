/** Rows of one store after a key, read at whatever version the database has, running no step. */
export interface RawSlice { rows: unknown[]; last: IDBValidKey | undefined }

/** A store that does not exist is empty; a database that does not exist is left not existing. */
export async function readSlice(indexedDB: IDBFactory, name: string, store: string, after: IDBValidKey | undefined, limit: number): Promise<RawSlice> {
  const db = await openAsItIs(indexedDB, name)
  try {
    if (!db?.objectStoreNames.contains(store)) return { rows: [], last: undefined }
    const objects = db.transaction(store).objectStore(store)
    const from = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true)
    const [keys, rows] = await Promise.all([answer(objects.getAllKeys(from, limit)), answer(objects.getAll(from, limit))])
    return { rows, last: keys.length === limit ? keys.at(-1) : undefined }
  } finally {
    db?.close()
  }
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

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB gave no reason')))
  })
}
