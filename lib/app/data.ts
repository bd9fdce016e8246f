import { AppError } from '@/lib/domain/errors'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'
import { findPeople } from './find-person'
import type { Learner } from './learn-from-records'

export interface DataCare {
  /** Everything kept here except tokens, as JSON; in `parts` documents where one would be too large. @throws AppError `policy` where exports are forbidden. */
  export(part?: number): Promise<{ json: string; parts: number }>
  planRestore(json: string): Promise<{ events: number; assets: number; known: number }>
  restore(json: string): Promise<void>
  deleteAll(): Promise<void>
  /** People kept here that the words match (`findPeople`), with how many ledger events they have. */
  findPerson(query: string): Promise<{ ref: RecordRef; name: string; company?: string | undefined; events: number }[]>
  deletePerson(query: string): Promise<{ deleted: number }>
}

export function createDataCare(deps: AppDeps, learner: Pick<Learner, 'forget'>): DataCare {
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
      const found = await findPeople(deps, query)
      return Promise.all(found.map(async ({ ref, same, name, company }) => ({
        ref, name, company, events: (await deps.ledger.forRecord([...new Set([ref, ...same].map(recordKey))])).length,
      })))
    },

    async deletePerson(query) {
      const found = await findPeople(deps, query)
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
