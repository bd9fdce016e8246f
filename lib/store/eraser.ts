import type Dexie from 'dexie'
import { withoutErased } from '@/lib/domain/finding-rules'
import { recordKey } from '@/lib/domain/record-ref'
import type { HandOverStore } from '@/lib/domain/hand-over-ports'
import type { ApiCache, Eraser, LocalArea, SessionArea, SnapshotCare, TeamVerdictStore } from '@/lib/domain/store-ports'
import type { TokenVault } from '@/lib/domain/token-vault'
import type { Cache } from './cache'
import { ledgerTables, recounted } from './count-past'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { leaveOut } from './left-out'
import type { DurableDb } from './rows'
import { accessPrefix } from './vault'
import { removeVerdicts } from './verdict-rows'

/** Takes data away for good. The local copy only: what stands in a CRM or on the hub is erased there. */
export function createEraser({ db, guard, clock, changed }: Durable, cache: Cache, stores: {
  snapshots: SnapshotCare
  answers: ApiCache
  team: TeamVerdictStore
  handOvers: HandOverStore
  vault: TokenVault
  local: LocalArea
  session: SessionArea
}): Eraser {
  return {
    async person(refs, upTo = Infinity) {
      const keys = [...new Set(refs.map(recordKey))]
      const ids = new Set(refs.map(({ id }) => id))
      const copies = await stores.snapshots.remove(keys)
      const rows = await guard(() => inTransaction(db, 'rw', [...ledgerTables(db), db.handOvers, db.outbox, db.linkViews, db.marks, db.documents], async (db) => {
        await forgetInFindings(db, keys, upTo)
        const events = await recounted(db, keys, async () => {
          await db.learnedPeople.bulkDelete(keys)
          await db.teamEvents.where('recordKey').anyOf(keys).and(({ event }) => event.at <= upTo).delete()
          return db.events.where('recordKey').anyOf(keys).and(({ event }) => event.at <= upTo).delete()
        })
        const handOvers = await db.handOvers.where('key').anyOf(keys).toArray()
        await db.handOvers.bulkDelete(handOvers.map(({ key }) => key))
        const verdicts = await db.verdicts.where('recordKey').anyOf(keys).and(({ entry }) => entry.at <= upTo).primaryKeys()
        await removeVerdicts(db, verdicts)
        await db.outbox.where('row.recordKey').anyOf(keys).and(({ row }) => row.createdAt <= upTo).delete()
        await db.linkViews.where('recordKey').anyOf(keys).and(({ at }) => at <= upTo).delete()
        await db.marks.filter((mark) => mark.id.split(/[^a-zA-Z0-9]+/).some((part) => ids.has(part))).delete()
        await leaveOut(db, 'erased', handOvers, Math.min(upTo, clock.now()))
        return events + verdicts.length + handOvers.length
      }))
      changed()
      return copies + rows
    },

    async connection(orgKey) {
      await stores.vault.remove(orgKey)
      await stores.snapshots.forget(orgKey)
      await stores.answers.forget(orgKey)
      await stores.team.forget(orgKey)
      await stores.handOvers.forget(orgKey)
      await guard(() => db.circuits.delete(orgKey))
    },

    async everything() {
      await guard(() => clearAll(db))
      await guard(() => clearAll(cache.db))
      await stores.local.remove(await stores.local.keys())
      await stores.session.remove((await stores.session.keys()).filter((key) => key.startsWith(accessPrefix)))
    },
  }
}

/** Verdicts a finding names are taken out of it before they go: where a CRM kept no event of one, its name holds the record's. */
async function forgetInFindings(db: DurableDb, keys: readonly string[], upTo: number): Promise<void> {
  const named = [
    ...await db.events.where('recordKey').anyOf(keys).and(({ event }) => event.at <= upTo).primaryKeys(),
    ...await db.teamEvents.where('recordKey').anyOf(keys).and(({ event }) => event.at <= upTo).primaryKeys(),
    ...await db.verdicts.where('recordKey').anyOf(keys).and(({ entry }) => entry.at <= upTo).primaryKeys(),
  ]
  const erased = new Set(named)
  const rows = await db.documents.where('kind').equals('finding').toArray()
  const changed = rows.flatMap((row) => {
    const without = row.document.kind === 'finding' ? withoutErased(row.document, (id) => erased.has(id) || keys.some((key) => id.startsWith(`${key}@`))) : undefined
    return without ? [{ ...row, document: without }] : []
  })
  await db.documents.bulkPut(changed)
}

function clearAll(db: Dexie): PromiseLike<void> {
  return db.transaction('rw', db.tables, async () => void await Promise.all(db.tables.map((table) => table.clear())))
}
