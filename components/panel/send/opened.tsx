import { useEffect, useRef } from 'react'
import { CircleCheck } from 'lucide-react'
import type { RecordView } from '@/lib/domain/view'
import { Button } from '@/components/ui/button'
import { Said } from '@/components/ui/said'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useScreenStore } from '../data/screen-store'
import { DeliveryState } from '../states/delivery-state'
import { channelName, findUnanswered } from './channels'
import { PageFrame } from './page-frame'
import { SentQuestion } from './sent-question'
import type { SendResult } from './use-send'

/** What happened at the second click, and what is asked when the rep is back. */
export function Opened({ result, view }: { result: SendResult; view: RecordView }) {
  const screen = useScreenStore()
  const send = view.sends.find(({ event }) => event.id === result.send.event.id) ?? result.send
  const { channel } = send.event
  const outcome = result.byHand !== undefined ? 'by_hand' : result.copied ? 'copied' : channel === 'hubspot' || channel === 'meeting' ? channel : 'mail'
  return (
    <PageFrame title={i18n.t('send.title')}>
      <div className="space-y-2.5">
        {result.why && <p className="rounded-md bg-warn-soft px-2 py-1"><Said sentence={result.why} /></p>}
        <p role="status" className="flex items-start gap-1.5">
          <CircleCheck aria-hidden size={16} className="mt-0.5 shrink-0 text-good" />
          <span>{message(`send.opened.${outcome}`, [channelName(channel)])}</span>
        </p>
        {result.byHand !== undefined && <ByHand text={result.byHand} />}
        {findUnanswered([send]) && <SentQuestion send={send} />}
        <DeliveryState eventId={send.event.id} delivery={send.delivery} />
        <Button onClick={() => screen.setState({ page: { name: 'record' } })}>{i18n.t('panel.back')}</Button>
      </div>
    </PageFrame>
  )
}

/** The browser keeps the clipboard shut: the text stands here, selected, ready for the keyboard. */
function ByHand({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    area.current?.focus()
    area.current?.select()
  }, [])
  return <textarea ref={area} readOnly rows={8} dir="auto" aria-label={i18n.t('send.text')} value={text} className="block w-full rounded-md border border-edge bg-raised px-2 py-1" />
}
