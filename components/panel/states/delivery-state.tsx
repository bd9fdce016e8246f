import { CircleCheck, Clock, TriangleAlert } from 'lucide-react'
import type { DeliveryView } from '@/lib/domain/view'
import type { OutboxState } from '@/lib/domain/outbox'
import { ErrorDetail } from '@/components/ui/error-detail'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useErrand } from '../acts/use-errand'
import { useCrmName } from '../data/use-crm-name'
import { usePanel } from '../panel-context'
import { Trouble } from './trouble'

const looks = {
  done: { icon: CircleCheck, tone: 'text-good' },
  waiting: { icon: Clock, tone: 'text-soft' },
  failed: { icon: TriangleAlert, tone: 'text-bad' },
} as const

function lookOf(state: OutboxState): keyof typeof looks {
  return state === 'done' ? 'done' : state === 'dead' ? 'failed' : 'waiting'
}

interface DeliveryMarkProps { delivery: DeliveryView | undefined }

/** Where the CRM entry of something a rep did stands: logged, queued or failed. */
export function DeliveryMark({ delivery }: DeliveryMarkProps) {
  const crm = useCrmName()
  if (!delivery || delivery.state === 'cancelled') return null
  const look = lookOf(delivery.state)
  const { icon: Icon, tone } = looks[look]
  return (
    <span className={`inline-flex items-center gap-1 text-small ${tone}`}>
      <Icon aria-hidden size={13} className="shrink-0" />
      {message(`panel.delivery.${look}`, [crm])}
    </span>
  )
}

/** What keeps it from getting there, and what to do about that. */
export function DeliveryTrouble({ eventId, delivery }: DeliveryMarkProps & { eventId: string }) {
  const { bus } = usePanel()
  const crm = useCrmName()
  const errand = useErrand(() => bus.ask('delivery.retry', { eventId }))
  if (!delivery?.error || delivery.state === 'cancelled' || delivery.state === 'done') return null
  return (
    <>
      <Trouble error={delivery.error} service={crm} again={errand.run} />
      {delivery.state === 'dead' && (
        <div className="flex flex-wrap items-center justify-between gap-x-2">
          <div className="min-w-0"><ErrorDetail error={delivery.error} /></div>
          <button type="button" onClick={errand.run} className="min-h-6 rounded-sm font-medium text-accent hover:text-accent-strong">{i18n.t('errorAction.retry')}</button>
        </div>
      )}
      {errand.error && <Trouble error={errand.error} again={errand.run} />}
    </>
  )
}

export function DeliveryState({ eventId, delivery }: DeliveryMarkProps & { eventId: string }) {
  if (!delivery) return null
  return (
    <>
      <DeliveryMark delivery={delivery} />
      <DeliveryTrouble eventId={eventId} delivery={delivery} />
    </>
  )
}
