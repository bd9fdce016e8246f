import Dexie from 'dexie'
import { AppError } from '@/lib/domain/errors'
import type { Clock } from '@/lib/domain/ports'
import type { Step } from './step'

/** How long a new version waits for an old one to let go of the database. */
const blockedMs = 3_000

export interface DatabasePlan {
  name: string
  steps: readonly Step[]
  /** `strict` answers when the data is on the disk, `relaxed` when the operating system has it. */
  durability: 'strict' | 'relaxed'
  indexedDB: IDBFactory
}

/** Describes a database; nothing is opened before the first use or `openDatabase`. */
export function createDatabase({ name, steps, durability, indexedDB }: DatabasePlan): Dexie {
  const db = new Dexie(name, { indexedDB, IDBKeyRange, chromeTransactionDurability: durability })
  for (const step of steps) {
    const version = db.version(step.version).stores(step.stores)
    if (step.upgrade) version.upgrade(step.upgrade)
  }
  // A newer version of the extension, or the deletion of everything, must not wait for us, and we must not come back.
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    return false
  })
  return db
}

/**
 * Opens the database, running the steps it has not seen; a step that throws leaves the old data as it was.
 * @throws AppError `storage-broken`; its detail is `blocked` where another context kept the old version open.
 */
export async function openDatabase(db: Dexie, clock: Clock): Promise<void> {
  const waited = new AbortController()
  const blocked = new Promise<never>((_resolve, reject) => {
    db.on('blocked', () => {
      void clock.sleep(blockedMs, waited.signal).then(() => reject(new AppError('storage-broken', { detail: 'blocked' })), () => undefined)
    })
  })
  try {
    await Promise.race([db.open(), blocked])
  } catch (cause) {
    if (cause instanceof AppError) {
      // Whoever asks meanwhile would wait for the old version as well.
      db.close({ disableAutoOpen: true })
      throw cause
    }
    throw new AppError('storage-broken', { detail: cause instanceof Error ? cause.name : undefined, cause })
  } finally {
    waited.abort()
  }
}
