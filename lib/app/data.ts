import { AppError } from '@/lib/domain/errors'
import type { HubErasure } from '@/lib/domain/hub'
import { namesPerson } from '@/lib/domain/miss'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { RestorePlan } from '@/lib/domain/store-ports'
import type { AppDeps } from './deps'
import { findPeople } from './find-person'

export interface DataCare {
  /** A slice of everything kept here except tokens, as JSON Lines; hand `next` in again. @throws AppError `policy` where exports are forbidden. */
  export(after: string | undefined): Promise<{ lines: string; next?: string | undefined }>
  /** Reads lines of an export back; `dry` only says what would happen. `last` ends the file. */
  restore(chunk: { text: string; dry: boolean; last: boolean }): Promise<RestorePlan>
  /** With erasures the hub cannot be told of and `ask`, nothing happens but their number comes back: with everything here they are lost too. */
  deleteAll(untold: 'ask' | 'drop'): Promise<{ done: boolean; untold: number }>
  /** People kept here that the words match (`findPeople`), with how many ledger events they have. */
  findPerson(query: string): Promise<{ ref: RecordRef; name: string; company?: string | undefined; events: number }[]>
  /** Of this browser and, for marketers and owners, of the hub; while that cannot be reached it is told later. `atHub` is the worst of several. */
  deletePerson(query: string): Promise<{ deleted: number; atHub?: HubErasure | undefined }>
}

export function createDataCare(deps: AppDeps): DataCare {
  return {
    async export(after) {
      if ((await deps.policy()).allowExport === false) throw new AppError('policy')
      const { lines, next } = await deps.backup.slice(after, deps.clock.now())
      return { lines: lines.map((line) => `${line}\n`).join(''), next }
    },

    async restore({ text, dry, last }) {
      const plan = await deps.backup.restore(text, dry)
      if (!dry && last) {
        await deps.search.changed(await deps.assets.all(), [])
        for (const tell of [deps.tell.library, deps.tell.settings, deps.tell.team]) tell()
      }
      return plan
    },

    async deleteAll(untold) {
      const left = await deps.hub?.tellErasures() ?? 0
      if (left > 0 && untold === 'ask') return { done: false, untold: left }
      const ids = (await deps.assets.all()).map((asset) => asset.id)
      await deps.hub?.farewell()
      await deps.eraser.everything()
      await deps.search.changed([], ids)
      deps.tell.library()
      deps.tell.settings()
      deps.tell.connections()
      deps.tell.team()
      return { done: true, untold: left }
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
      const atHub = new Set<HubErasure | undefined>()
      for (const { ref, same, name } of found) {
        const copy = await deps.snapshots.get(ref)
        atHub.add(await deps.hub?.erase({ refs: [ref, ...same], email: copy?.person.email }))
        deleted += await deps.eraser.person([ref, ...same])
        await forgetSearchesFor(deps, name)
      }
      deps.tell.team()
      return { deleted, atHub: (['refused', 'later', 'done'] as const).find((outcome) => atHub.has(outcome)) }
    },
  }
}

/** What somebody typed into the search may have been the person's name. */
async function forgetSearchesFor({ misses }: Pick<AppDeps, 'misses'>, name: string): Promise<void> {
  const named = (await misses.all()).filter(({ query }) => namesPerson(query, name))
  await misses.remove(named.map(({ key }) => key))
}
