import { AppError } from '@/lib/domain/errors'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'
import type { Learner } from './learn-from-records'

export interface DataCare {
  /** Everything kept here except tokens, as JSON; in `parts` documents where one would be too large. @throws AppError `policy` where exports are forbidden. */
  export(part?: number): Promise<{ json: string; parts: number }>
  planRestore(json: string): Promise<{ events: number; assets: number; known: number }>
  restore(json: string): Promise<void>
  deleteAll(): Promise<void>
  /** People kept here whose name, company, address or record id matches, with how many ledger events they have. */
  findPerson(query: string): Promise<{ ref: RecordRef; name: string; company?: string | undefined; events: number }[]>
  deletePerson(query: string): Promise<{ deleted: number }>
}

const allTypes: LedgerEvent['type'][] = ['verdict', 'verdict-withdrawn', 'opened', 'send', 'send-outcome', 'request', 'dismissed']

interface Found { ref: RecordRef; same: RecordRef[]; name: string; company?: string | undefined }

export function createDataCare(deps: AppDeps, learner: Pick<Learner, 'forget'>): DataCare {
  /** By the names of recent copies; where there is none any more, by the record id in the words or pasted address. */
  async function find(query: string): Promise<Found[]> {
    const named = await deps.snapshots.find(query)
    const ids = new Set(query.match(/[a-zA-Z0-9]{18}|\d+/g))
    if (named.length > 0 || ids.size === 0) return named
    const refs = (await deps.ledger.all(allTypes)).map(({ ref }) => ref).filter(({ id }) => ids.has(id))
    const unique = [...new Map(refs.map((ref) => [recordKey(ref), ref])).values()]
    return Promise.all(unique.map(async (ref) => {
      const person = (await deps.snapshots.get(ref))?.person
      return { ref, same: person?.same ?? [], name: person?.name ?? ref.id, company: person?.company }
    }))
  }

  return {
    async export(part = 0) {
      if ((await deps.policy()).allowExport === false) throw new AppError('policy')
      const documents = await deps.backup.export(deps.clock.now())
      return { json: documents[part] ?? '{}', parts: documents.length }
    },

    async planRestore(json) {
      const plan = await deps.backup.plan(json)
      return { events: plan.events.added, assets: plan.assets.added + plan.assets.changed, known: plan.events.known + plan.assets.known }
    },

    async restore(json) {
      await deps.backup.restore(json)
      await deps.search.changed(await deps.assets.all(), [])
      deps.tell.library()
    },

    async deleteAll() {
      const ids = (await deps.assets.all()).map((asset) => asset.id)
      await deps.eraser.everything()
      await deps.search.changed([], ids)
      deps.tell.library()
      deps.tell.settings()
      deps.tell.connections()
    },

    async findPerson(query) {
      const found = await find(query)
      return Promise.all(found.map(async ({ ref, same, name, company }) => ({
        ref, name, company, events: (await deps.ledger.forRecord([...new Set([ref, ...same].map(recordKey))])).length,
      })))
    },

    async deletePerson(query) {
      const found = await find(query)
      let deleted = 0
      for (const { ref, same } of found) {
        const copy = await deps.snapshots.get(ref)
        if (copy) await learner.forget(copy)
        deleted += await deps.eraser.person([ref, ...same])
      }
      deps.tell.today()
      return { deleted }
    },
  }
}
