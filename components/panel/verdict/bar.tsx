import { Suspense } from 'react'
import type { RecordView } from '@/lib/domain/view'
import { say } from '@/lib/domain/sentence'
import { Said } from '@/components/ui/said'
import { useScreen, useScreenStore } from '../data/screen-store'
import { useCrmName } from '../data/use-crm-name'
import { Details } from '../later-parts'
import { Part } from '../states/part'
import { Trouble } from '../states/trouble'
import { AlsoSets } from './also-sets'
import { BarFrame } from './bar-frame'
import { Buttons } from './buttons'
import { judge } from './judged'
import { Standing } from './standing'
import { useVerdict } from './use-verdict'

/**
 * "Is this a good lead?" The buttons keep their place at the bottom edge: what belongs to a verdict opens above them, though
 * it follows them for the keyboard.
 */
export function VerdictBar({ view }: { view: RecordView }) {
  const crm = useCrmName()
  const screen = useScreenStore()
  const acts = useVerdict(view)
  const judged = judge(view)
  const open = useScreen((screen) => screen.judging !== undefined)
  const error = acts.give.error ?? acts.undo.error
  const clear = () => {
    acts.give.clearError()
    acts.undo.clearError()
  }
  return (
    <BarFrame open={open} aside={view.actingAs && <Said sentence={say('panel.verdict.as', view.actingAs.name)} />}>
      <div className="order-last shrink-0 pt-1.5">
        <Buttons give={acts.give} chosen={judged.mine?.event.verdict} again={() => screen.setState({ judging: judged.mine?.event.id })} />
        <AlsoSets values={view.alsoSets} notAgreed={view.statusNotAgreed} />
      </div>
      {judged.standing && <Standing judged={judged} view={view} undo={acts.undo} />}
      {error && <div className="-mx-3 shrink-0"><Trouble error={error} again={clear} service={crm} look="strip" /></div>}
      {open && judged.mine && <Part key={judged.mine.event.verdict} className="pt-2"><Suspense><Details mine={judged.mine} view={view} /></Suspense></Part>}
    </BarFrame>
  )
}
