import { miss } from '@/lib/domain/miss'
import type { Miss } from '@/lib/domain/miss'
import type { MissStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'

/** More different misses than anybody reads; those not missed for longest go first. */
const mostMisses = 2_000

/** Searches that found nothing, one row for each need. */
export function createMissStore({ db, guard, damaged }: Durable): MissStore {
  const reader = createRowReader<Miss>({ field: 'miss', schema: miss, damaged })

  return {
    all: () => guard(async () => reader.readAll(await db.misses.toArray())),

    count: (given, at) => guard(() => db.transaction('rw', db.misses, async () => {
      const stored = await db.misses.get(given.key)
      const known = stored && reader.read(stored)
      await db.misses.put({ key: given.key, last: at, rev: rowRev, miss: { ...given, count: (known?.count ?? 0) + 1, first: known?.first ?? at, last: at } })
      const over = await db.misses.count() - mostMisses
      if (over > 0) await db.misses.bulkDelete(await db.misses.orderBy('last').limit(over).primaryKeys())
    })),

    remove: (keys) => guard(() => db.misses.bulkDelete(keys)),

    purge: (before) => guard(async () => void await db.misses.where('last').below(before).delete()),
  }
}
