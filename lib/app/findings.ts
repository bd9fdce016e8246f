import { AppError } from '@/lib/domain/errors'
import type { Finding } from '@/lib/domain/finding'
import { answeredInTime, type Answered } from '@/lib/domain/finding-rules'
import type { AppDeps } from './deps'

export interface Findings {
  /** Newest first. */
  list(): Promise<Finding[]>
  make(draft: Pick<Finding, 'sentence' | 'owner' | 'concerns' | 'verdictIds'>): Promise<Finding>
  /** @throws AppError `not-found` where somebody removed it meanwhile. */
  save(changed: Finding): Promise<Finding>
  remove(id: string): Promise<void>
  answered(): Promise<Answered>
}

/** What marketing concluded from verdicts. It keeps ids of verdicts and how many reps gave them, and no names. */
export function createFindings(deps: Pick<AppDeps, 'documents' | 'feedback' | 'clock' | 'chance' | 'tell'>): Findings {
  const list = async () => (await deps.documents.all('finding')).sort((a, b) => b.noticedAt - a.noticedAt)

  async function write(finding: Finding): Promise<Finding> {
    await deps.documents.put([finding])
    deps.tell.today()
    return finding
  }

  return {
    list,

    async make(draft) {
      const now = deps.clock.now()
      const given = await deps.feedback.byIds(draft.verdictIds)
      return write({
        ...draft, kind: 'finding', id: deps.chance.id(now), version: 1, updatedAt: now, state: 'noticed', noticedAt: now,
        verdictIds: given.map(({ id }) => id), reps: new Set(given.map(({ rep }) => rep ?? '')).size,
      })
    },

    async save(changed) {
      const known = (await list()).find(({ id }) => id === changed.id)
      if (!known) throw new AppError('not-found')
      return write({ ...changed, verdictIds: known.verdictIds, erased: known.erased, reps: known.reps, noticedAt: known.noticedAt, version: known.version + 1, updatedAt: deps.clock.now() })
    },

    async remove(id) {
      await deps.documents.remove([id])
      deps.tell.today()
    },

    answered: async () => answeredInTime(await list(), deps.clock.now()),
  }
}
