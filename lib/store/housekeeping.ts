import Dexie from 'dexie'
import type { HandOverStore } from '@/lib/domain/hand-over-ports'
import { ledgerEventTypes } from '@/lib/domain/ledger'
import type { ApiCache, Housekeeping, LearnedStore, LedgerCare, MissStore, OutboxCare, SnapshotCare } from '@/lib/domain/store-ports'
import { purgeStaged } from './asset-store'
import { ledgerTables, recounted } from './count-past'
import type { Durable } from './durable'
import { eventsIn } from './events-in'
import { inTransaction } from './in-transaction'
import type { DurableDb } from './rows'
import { readTable } from './slices'
import { removeVerdicts } from './verdict-rows'

const dayMs = 86_400_000
/** Delivered rows stay that long, so that what was sent can be looked up. */
const deliveredDays = 30
/** Events deleted in one transaction. */
const batch = 500

export function createHousekeeping(durable: Durable, stores: {
  ledger: LedgerCare
  outbox: OutboxCare
  snapshots: SnapshotCare
  answers: ApiCache
  learned: LearnedStore
  misses: MissStore
  handOvers: HandOverStore
}): Housekeeping {
  const { db, guard } = durable

  /** Events before the moment whose deliveries are all finished. */
  async function expired(before: number): Promise<string[]> {
    const open = new Set((await db.outbox.orderBy('openSeq').toArray()).map(({ row }) => row.eventId))
    const keys = await Promise.all(ledgerEventTypes.map((type) => (
      db.events.where('[event.type+event.at]').between([type, Dexie.minKey], [type, before], true, false).primaryKeys()
    )))
    return keys.flat().filter((id) => !open.has(id))
  }

  /** Taking a verdict away can bring an older one back that it had replaced: until none is left. */
  async function purgeTeam(before: number): Promise<void> {
    for (let left = true; left; ) {
      left = await guard(() => inTransaction(db, 'rw', ledgerTables(db), async (db) => {
        const old = await db.verdicts.where('[shown+id]').above([-before, '\uffff']).and(({ entry }) => entry.origin !== 'here').limit(batch).toArray()
        const ids = old.map(({ id }) => id)
        await removeVerdicts(db, ids)
        await removeTeam(db, ids, old.map((row) => row.recordKey))
        return ids.length > 0
      }))
    }
    // Those that are no verdicts, and verdicts taken back, which are not listed.
    const old = await guard(() => readTable(db.teamEvents, (row) => eventsIn([row]).some(({ at }) => at < before)))
    for (let start = 0; start < old.length; start += batch) {
      const some = old.slice(start, start + batch)
      await guard(() => inTransaction(db, 'rw', ledgerTables(db), async (db) => {
        const ids = some.map(({ id }) => id)
        await removeTeam(db, ids, some.map((row) => row.recordKey))
        await removeVerdicts(db, ids)
      }))
    }
  }

  return {
    async run(now, retentionDays) {
      await stores.snapshots.purge(now)
      await stores.answers.purge(now)
      await stores.outbox.purge(now - deliveredDays * dayMs)
      await purgeStaged(durable, now - dayMs)
      const before = now - retentionDays * dayMs
      const old = await guard(() => expired(before))
      for (let start = 0; start < old.length; start += batch) await stores.ledger.remove(old.slice(start, start + batch))
      await purgeTeam(before)
      await guard(() => db.linkViews.where('at').below(before).delete())
      await stores.learned.purge(before)
      await stores.misses.purge(before)
      await stores.handOvers.purge(before)
    },
  }
}

async function removeTeam(db: DurableDb, ids: string[], keys: string[]): Promise<void> {
  if (ids.length > 0) await recounted(db, [...new Set(keys)], () => db.teamEvents.bulkDelete(ids))
}
