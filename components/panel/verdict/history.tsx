import type { VerdictView } from '@/lib/domain/view'
import { Ago } from '@/components/ui/ago'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { ReasonName } from './reason-name'

/** Everything that was said of this lead here, newest first; nothing is ever overwritten. */
export default function History({ verdicts }: { verdicts: readonly VerdictView[] }) {
  return (
    <ol aria-label={i18n.t('panel.verdict.history')} className="my-1 max-h-40 overflow-y-auto border-s-2 border-line ps-2.5">
      {verdicts.toSorted((a, b) => b.event.at - a.event.at).map(({ event, withdrawn }) => (
        <li key={event.id} className="py-0.5">
          <span className={withdrawn ? 'line-through' : 'text-ink'}>{message(`verdict.${event.verdict}`)}</span>
          {event.reason && <> · <ReasonName id={event.reason} /></>}
          {' '}<Ago at={event.at} />
          {withdrawn && <> ({i18n.t('panel.verdict.withdrawn')})</>}
          {event.note && <p><Foreign text={event.note} max={400} /></p>}
        </li>
      ))}
    </ol>
  )
}
