import type { Clock } from '@/lib/domain/ports'
import { createGuard } from './guard'
import type { Guard } from './guard'
import type { CacheDb } from './rows'

/** What every cache is built from. A cache that cannot be read is empty, one that cannot be written forgets; only erasing must succeed. */
export interface Cache {
  db: CacheDb
  clock: Pick<Clock, 'now'>
  /** For erasing: throws where it could not be done. */
  guard: Guard
  read<T>(work: () => PromiseLike<T>, nothing: T): Promise<T>
  write(work: () => PromiseLike<unknown>): Promise<void>
}

export function createCache(db: CacheDb, clock: Pick<Clock, 'now'>): Cache {
  const guard = createGuard(() => emptyCaches(db))
  return {
    db,
    clock,
    guard,
    read: (work, nothing) => guard(work).catch(() => nothing),
    write: (work) => guard(work).then(() => undefined, () => undefined),
  }
}

/** Gives up everything that can be fetched or computed again; never fails, because it is what one does when writing fails. */
export async function emptyCaches(db: CacheDb): Promise<void> {
  await Promise.allSettled([db.snapshots.clear(), db.pieces.clear(), db.answers.clear()])
}
