import type Dexie from 'dexie'
import * as z from 'zod/mini'
import { withoutErased } from '@/lib/domain/finding-rules'
import { recordKey } from '@/lib/domain/record-ref'
import type { HandOverStore } from '@/lib/domain/hand-over-ports'
import type { ApiCache, Eraser, LocalArea, SessionArea, SnapshotCare, TeamVerdictStore } from '@/lib/domain/store-ports'
import type { TeamDocument } from '@/lib/domain/team-document'
import type { TokenVault } from '@/lib/domain/token-vault'
import type { Cache } from './cache'
import { ledgerTables, recounted } from './count-past'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { leaveOut, marksOfOthers } from './left-out'
import type { DurableDb } from './rows'
import { accessPrefix } from './vault'
import { removeVerdicts } from './verdict-rows'

const dated = z.looseObject({ at: z.number() })
/** All a finding says of its verdicts; damaged or of a newer release, the rest of it stays as it is. */
const naming = z.looseObject({ verdictIds: z.array(z.string()), erased: z.optional(z.number()) })

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
          await db.teamEvents.where('recordKey').anyOf(keys).and(({ event }) => isWithin(event, upTo)).delete()
          return db.events.where('recordKey').anyOf(keys).and(({ event }) => isWithin(event, upTo)).delete()
        })
        const handOvers = await db.handOvers.where('key').anyOf(keys).toArray()
        await db.handOvers.bulkDelete(handOvers.map(({ key }) => key))
        const verdicts = await db.verdicts.where('recordKey').anyOf(keys).and(({ entry }) => isWithin(entry, upTo)).primaryKeys()
        await removeVerdicts(db, verdicts)
        await db.outbox.where('row.recordKey').anyOf(keys).and(({ row }) => isWithin({ at: row.createdAt }, upTo)).delete()
        await db.linkViews.where('recordKey').anyOf(keys).and((view) => isWithin(view, upTo)).delete()
        await marksOfOthers(db).and((mark) => mark.id.split(/[^a-zA-Z0-9]+/).some((part) => ids.has(part))).delete()
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

/** Whether something of a person happened until then; of what cannot be read any more nobody can say that it came later. */
function isWithin(what: unknown, upTo: number): boolean {
  const read = dated.safeParse(what)
  return !read.success || read.data.at <= upTo
}

/** Verdicts a finding names are taken out of it before they go: where a CRM kept no event of one, its name holds the record's. */
async function forgetInFindings(db: DurableDb, keys: readonly string[], upTo: number): Promise<void> {
  const named = [
    ...await db.events.where('recordKey').anyOf(keys).and(({ event }) => isWithin(event, upTo)).primaryKeys(),
    ...await db.teamEvents.where('recordKey').anyOf(keys).and(({ event }) => isWithin(event, upTo)).primaryKeys(),
    ...await db.verdicts.where('recordKey').anyOf(keys).and(({ entry }) => isWithin(entry, upTo)).primaryKeys(),
  ]
  const erased = new Set(named)
  const rows = await db.documents.where('kind').equals('finding').toArray()
  const changed = rows.flatMap((row) => {
    const parsed = naming.safeParse(row.document)
    const without = parsed.success ? withoutErased(parsed.data, (id) => erased.has(id) || keys.some((key) => id.startsWith(`${key}@`))) : undefined
    return without ? [{ ...row, document: without as TeamDocument }] : []
  })
  await db.documents.bulkPut(changed)
}

function clearAll(db: Dexie): PromiseLike<void> {
  return db.transaction('rw', db.tables, async () => void await Promise.all(db.tables.map((table) => table.clear())))
}
