import { useState } from 'react'
import { MailOpen } from 'lucide-react'
import type { SendView } from '@/lib/domain/view'
import { Ago } from '@/components/ui/ago'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { Tag } from '@/components/ui/tag'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { DeliveryState } from '../states/delivery-state'
import { findUnanswered, wayName } from './channels'

const troubled: ReadonlySet<string> = new Set(['retry', 'blocked', 'dead'])

/** What went out to this person: the newest, the others on demand. One whose log is in trouble is always shown. */
export function SendLog({ sends }: { sends: readonly SendView[] }) {
  const [all, setAll] = useState(false)
  const rest = sends.filter((send) => send !== findUnanswered(sends))
  const first = rest.filter((send, index) => index === 0 || troubled.has(send.delivery?.state ?? ''))
  const more = rest.filter((send) => !first.includes(send))
  if (rest.length === 0) return null
  return (
    <div className="space-y-1.5 pt-2">
      {first.length > 0 && <ul aria-label={i18n.t('send.log')}>{first.map((send) => <SendRow key={send.event.id} send={send} />)}</ul>}
      {more.length > 0 && (
        <Disclosure title={i18n.t('send.earlier', more.length)} open={all} onToggle={setAll}>
          <ul>{more.map((send) => <SendRow key={send.event.id} send={send} />)}</ul>
        </Disclosure>
      )}
    </div>
  )
}

function SendRow({ send: { event, outcome, openedAt, delivery } }: { send: SendView }) {
  const state = outcome?.outcome ?? 'opened'
  return (
    <li className="py-1 text-small text-soft">
      <div className="flex flex-wrap items-center gap-x-1.5">
        <Tag tone={state === 'sent' ? 'good' : 'calm'}>{message(`send.state.${event.channel === 'meeting' && state === 'sent' ? 'used' : state}`)}</Tag>
        <Foreign text={event.title} max={80} className="min-w-0 text-ink" />
        <span>{wayName(event.channel)}</span>
        <Ago at={event.at} />
        {openedAt !== undefined && <Tag tone="good"><MailOpen aria-hidden size={12} />{i18n.t('send.openedLately')} <Ago at={openedAt} /></Tag>}
      </div>
      <DeliveryState eventId={event.id} delivery={delivery} />
    </li>
  )
}
