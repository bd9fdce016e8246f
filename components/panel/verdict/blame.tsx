import type { DefinitionView } from '@/lib/domain/definitions/definition'
import { say } from '@/lib/domain/sentence'
import type { VerdictView } from '@/lib/domain/view'
import { Chip } from '@/components/ui/chip'
import { Said } from '@/components/ui/said'
import type { Act } from '../acts/use-act'
import type { Detail } from './use-detail'

/** Wrong, although the definition let the lead through: which of the clauses it met is to blame. */
export function Blame({ mine: { event }, detail, definitions }: { mine: VerdictView; detail: Act<Detail>; definitions: readonly DefinitionView[] }) {
  return definitions.map(({ id, label, version, results }) => {
    const met = results.filter(({ state }) => state === 'met')
    if (met.length === 0) return null
    return (
      <fieldset key={id}>
        <legend className="pb-1 text-small text-soft"><Said sentence={say('panel.verdict.blame', label)} /></legend>
        <div className="flex flex-wrap gap-1">
          {met.map(({ clauseId, asks }) => {
            const pressed = event.clause?.definition === id && event.clause.clause === clauseId
            return (
              <Chip key={clauseId} pressed={pressed} {...detail.on({ clause: pressed ? undefined : { definition: id, version, clause: clauseId } })}>
                <span className="min-w-0"><Said sentence={asks} /></span>
              </Chip>
            )
          })}
        </div>
      </fieldset>
    )
  })
}
