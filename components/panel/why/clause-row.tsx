import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react'
import type { ClauseResult, ClauseState } from '@/lib/domain/definitions/result'
import type { Story } from '@/lib/domain/touch'
import { Disclosure } from '@/components/ui/disclosure'
import { message } from '@/components/ui/message'
import { Said } from '@/components/ui/said'
import { TouchRow } from '../story/touch-row'
import { evidenceOf } from './evidence-of'

const looks: Record<ClauseState, { icon: LucideIcon; tone: string }> = {
  met: { icon: CircleCheck, tone: 'text-good' }, 'not-met': { icon: CircleX, tone: 'text-bad' }, unknown: { icon: CircleHelp, tone: 'text-faint' },
}
const shownAtMost = 6

/** What one clause asks, whether the lead meets it, and what that rests on. */
export function ClauseRow({ result, stories }: { result: ClauseResult; stories: readonly Story[] }) {
  const { icon: Icon, tone } = looks[result.state]
  const found = <Said sentence={result.found} />
  return (
    <li className="flex gap-1.5 py-0.5">
      <Icon role="img" aria-label={message(`definition.state_${result.state}`)} size={14} className={`mt-0.5 shrink-0 ${tone}`} />
      <div className="min-w-0 flex-1 text-small">
        <p><Said sentence={result.asks} /></p>
        {result.touchIds.length === 0 ? <p className="text-soft">{found}</p> : (
          <Disclosure title={found}><ul className="border-s-2 border-line ps-2">{evidenceOf(result, stories, shownAtMost).touches.map((touch) => <TouchRow key={touch.id} touch={touch} titled />)}</ul></Disclosure>
        )}
      </div>
    </li>
  )
}
