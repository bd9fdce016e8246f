import { Suspense, useState } from 'react'
import { startOfDay } from '@/lib/domain/days'
import type { RecordView } from '@/lib/domain/view'
import { say } from '@/lib/domain/sentence'
import { Ago } from '@/components/ui/ago'
import { message } from '@/components/ui/message'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import type { Act } from '../acts/use-act'
import { useScreen, useScreenStore } from '../data/screen-store'
import { History } from '../later-parts'
import { DeliveryMark, DeliveryTrouble } from '../states/delivery-state'
import type { Judged } from './judged'
import { ReasonName } from './reason-name'
import { Undo } from './undo'

/** The verdict that stands: what, until when, by whom, how far it has travelled, and what can still be done about it. */
export function Standing({ judged: { standing, mine, undoUntil }, view, undo }: { judged: Judged; view: RecordView; undo: Act<string> }) {
  const screen = useScreenStore()
  const judging = useScreen((state) => state.judging !== undefined)
  const [past, setPast] = useState(false)
  if (!standing) return null
  const until = standing.until === undefined ? undefined : startOfDay(standing.until)
  const quiet = 'min-h-6 rounded-sm text-small font-medium text-accent hover:text-accent-strong'
  return (
    <div className="shrink-0 text-small text-soft">
      <p role="status" className="pt-0.5">
        <span className="font-medium text-ink">{message(`verdict.${standing.verdict}`)}</span>
        {until !== undefined && <>, <Said sentence={say('panel.verdict.until', { date: until })} /></>}
        {standing.reason && <> · <ReasonName id={standing.reason} /></>}
        {' — '}
        {mine ? i18n.t('panel.verdict.byYou') : standing.by ? <Said sentence={say('panel.verdict.by', standing.by)} /> : i18n.t('panel.verdict.bySomebody')}
        {', '}
        <Ago at={standing.at} />
      </p>
      {mine && (
        <div className="flex flex-wrap items-center gap-x-3">
          <span className="flex-1"><DeliveryMark delivery={mine.delivery} /></span>
          <Undo until={undoUntil} off={undo.pending !== undefined} {...undo.on(mine.event.id)} />
          {!judging && <button type="button" className={quiet} onClick={() => screen.setState({ judging: mine.event.id })}>{i18n.t('panel.verdict.change')}</button>}
          {view.verdicts.length > 1 && <button type="button" aria-expanded={past} className={quiet} onClick={() => setPast(!past)}>{i18n.t('panel.verdict.history')}</button>}
        </div>
      )}
      {mine && <DeliveryTrouble eventId={mine.event.id} delivery={mine.delivery} />}
      {past && <Suspense><History verdicts={view.verdicts} /></Suspense>}
    </div>
  )
}
