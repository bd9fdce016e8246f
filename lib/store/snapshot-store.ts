import type { SnapshotStore } from '@/lib/domain/ports'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import { snapshot } from '@/lib/domain/snapshot'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { SnapshotCare } from '@/lib/domain/store-ports'
import type { Cache } from './cache'
import type { RecordNames } from './record-names'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'

export const snapshotTtlMs = 7 * 86_400_000
/** Characters of JSON, which is what the copies take within a small factor. */
const largestTotal = 64_000_000

/** Local copies of what the CRM said about a person: kept for a week, oldest out first when there are too many. */
export function createSnapshotStore(
  cache: Cache,
  names: RecordNames,
  { ttlMs = snapshotTtlMs, maxBytes = largestTotal }: { ttlMs?: number; maxBytes?: number } = {},
): SnapshotStore & SnapshotCare {
  const { db, clock, guard, read, write } = cache
  const reader = createRowReader<Snapshot>({ field: 'snapshot', schema: snapshot, damaged: () => undefined })

  /** Drops the oldest copies beyond the cap, reading their stamps only; resolves how many. */
  async function trim(): Promise<number> {
    let total = 0
    const beyond: string[] = []
    await db.snapshots.orderBy('[snapshot.readAt+bytes]').reverse().eachKey((stamp, { primaryKey }) => {
      total += Array.isArray(stamp) ? Number(stamp[1]) : 0
      if (total > maxBytes) beyond.push(primaryKey)
    })
    await db.snapshots.bulkDelete(beyond)
    return beyond.length
  }

  return {
    get: (ref) => read(async () => {
      const key = recordKey(ref)
      const row = (await db.snapshots.get(key)) ?? (await db.snapshots.where('refs').equals(key).last())
      const value = row && reader.read(row)
      return value && value.readAt > clock.now() - ttlMs ? value : undefined
    }, undefined),

    async put(value) {
      const { person, readAt } = value
      const key = recordKey(person.ref)
      const refs = [...new Set([person.ref, ...person.same].map(recordKey))]
      await write(() => db.transaction('rw', db.snapshots, async () => {
        await db.snapshots.put({ key, refs, orgKey: orgKey(person.ref), rev: rowRev, bytes: JSON.stringify(value).length, snapshot: value })
        await trim()
      }))
      await names.remember([{ ref: person.ref, same: person.same, name: person.name, company: person.company, email: person.email }], readAt)
    },

    names: names.names,
    remember: names.remember,
    find: names.find,

    recent: (limit) => read(async () => {
      const rows = await db.snapshots.orderBy('[snapshot.readAt+bytes]').reverse().limit(limit).toArray()
      return reader.readAll(rows).filter(({ readAt }) => readAt > clock.now() - ttlMs)
    }, []),

    keys: () => read(async () => [...new Set([...(await db.snapshots.orderBy('refs').uniqueKeys()).map(String), ...await db.names.toCollection().primaryKeys()])], []),

    forget: (org) => guard(() => db.transaction('rw', db.snapshots, db.names, async () => {
      await db.snapshots.where('orgKey').equals(org).delete()
      await db.names.where('orgKey').equals(org).delete()
    })),

    remove: (keys) => guard(() => db.transaction('rw', db.snapshots, db.names, async () => {
      await db.names.bulkDelete(keys)
      return db.snapshots.where('refs').anyOf(keys).delete()
    })),

    purge: (now) => guard(() => db.transaction('rw', db.snapshots, db.names, async () => {
      await db.names.where('at').belowOrEqual(now - ttlMs).delete()
      const old = await db.snapshots.where('[snapshot.readAt+bytes]').belowOrEqual([now - ttlMs, Infinity]).delete()
      return old + (await trim())
    })),
  }
}
