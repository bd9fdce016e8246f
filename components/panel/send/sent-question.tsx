import { useQueryClient } from '@tanstack/react-query'
import type { SendView } from '@/lib/domain/view'
import { say } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { useAct } from '../acts/use-act'
import { useSettled } from '../acts/use-settled'
import { useOnScreen } from '../data/record-context'
import { updateRecord } from '../data/use-record'
import { useCrmName } from '../data/use-crm-name'
import { usePanel } from '../panel-context'
import { Trouble } from '../states/trouble'
import { putSend } from './put-send'

/** Only the rep knows whether the opened mail went out. */
export function SentQuestion({ send }: { send: SendView }) {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  const crm = useCrmName()
  const settled = useSettled()
  const act = useAct(
    (stamp, outcome: 'sent' | 'dropped') => bus.ask('send.outcome', { ...stamp, sendId: send.event.id, outcome }),
    (answered) => updateRecord(client, ref, (view) => putSend(view, answered)),
  )
  const off = !settled || act.pending !== undefined
  return (
    <div className="rounded-lg border border-accent bg-accent-soft px-2.5 py-2">
      <p><Said sentence={say('send.question', send.event.title, { say: `send.way.${send.event.channel}` }, { date: send.event.at })} dates="ago" /></p>
      <div className="flex gap-1.5 pt-1.5">
        <Button look="primary" off={off} {...act.on('sent')}>{i18n.t('send.sent')}</Button>
        <Button off={off} {...act.on('dropped')}>{i18n.t('send.notSent')}</Button>
      </div>
      {act.error && <Trouble error={act.error} again={act.clearError} service={crm} />}
    </div>
  )
}
