import { CircleCheck, Clock, TriangleAlert } from 'lucide-react'
import type { DeliveryView } from '@/lib/domain/view'
import type { OutboxState } from '@/lib/domain/outbox'
import { i18n } from '#i18n'
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

/** Where the CRM entry of something a rep did stands: logged, queued, or failed with what to do. */
export function DeliveryState({ eventId, delivery }: { eventId: string; delivery: DeliveryView | undefined }) {
  const { bus } = usePanel()
  const crm = useCrmName()
  if (!delivery || delivery.state === 'cancelled') return null
  const look = lookOf(delivery.state)
  const { icon: Icon, tone } = looks[look]
  return (
    <>
      <p className={`flex items-center gap-1 text-small ${tone}`}>
        <Icon aria-hidden size={13} className="shrink-0" />
        {look === 'done' ? i18n.t('panel.delivery.done', [crm]) : look === 'failed' ? i18n.t('panel.delivery.failed', [crm]) : i18n.t('panel.delivery.waiting', [crm])}
      </p>
      {delivery.error && look !== 'done' && (
        <Trouble error={delivery.error} service={crm} again={() => void bus.ask('delivery.retry', { eventId }).catch(() => undefined)} />
      )}
    </>
  )
}
