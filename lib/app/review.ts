import { recordKey } from '@/lib/domain/record-ref'
import { redact } from '@/lib/domain/redact'
import type { VerdictValue } from '@/lib/domain/ledger'
import type { SavedView } from '@/lib/domain/review/saved-view'
import type { AppDeps } from './deps'
import { nameRecords } from './name-records'

export interface Quote { id: string; verdict: VerdictValue; reason?: string | undefined; note: string }

export interface Review {
  sheets(after?: string): Promise<{ sheets: string[]; next?: string | undefined }>
  /** Notes of these verdicts, without the names of the people they are about or by; whose person's name nobody tells are left out. */
  quotes(ids: string[]): Promise<Quote[]>
  views(): Promise<SavedView[]>
  saveView(view: SavedView): Promise<void>
  removeView(view: Pick<SavedView, 'page' | 'name'>): Promise<void>
}

/** What the desk counts, quotes and remembers. */
export function createReview(deps: Pick<AppDeps, 'feedback' | 'snapshots' | 'connectors' | 'clock'>, kept: { get(): Promise<SavedView[]>; set(views: SavedView[]): Promise<void> }): Review {
  const without = async ({ page, name }: Pick<SavedView, 'page' | 'name'>) => (await kept.get()).filter((view) => view.page !== page || view.name !== name)
  return {
    sheets: (after) => deps.feedback.sheets(after),

    async quotes(ids) {
      const entries = (await deps.feedback.byIds(ids)).filter(({ note }) => note !== undefined && note.trim() !== '')
      const refs = new Map(entries.map(({ ref }) => [recordKey(ref), ref]))
      const people = new Map((await nameRecords(deps, [...refs.values()])).map((person) => [recordKey(person.ref), person]))
      const reps = entries.flatMap(({ rep }) => rep ?? [])
      return entries.flatMap(({ id, ref, verdict, reason, note = '' }): Quote[] => {
        const { name, company = '' } = people.get(recordKey(ref)) ?? {}
        return name ? [{ id, verdict, reason, note: redact(note, { names: [...reps, name, company] }) }] : []
      })
    },

    views: kept.get,
    saveView: async (view) => kept.set([...(await without(view)), view].sort((a, b) => (a.name < b.name ? -1 : 1))),
    removeView: async (view) => kept.set(await without(view)),
  }
}
