import type { SendChannel } from '@/lib/domain/ledger'
import type { PreparedSend } from '@/lib/domain/send-view'
import { Button } from '@/components/ui/button'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import type { Act } from '../acts/use-act'
import { useSettled } from '../acts/use-settled'
import { channelName } from './channels'

interface WaysProps {
  prepared: PreparedSend
  act: Act<SendChannel>
  /** The text has a hole in it: nothing that carries the text may be used. */
  blocked: boolean
}

/** The best way as one large button, the others beneath; what cannot be used looks so and says why. */
export function Ways({ prepared, act, blocked }: WaysProps) {
  const settled = useSettled()
  const best = prepared.channels.find(({ channel, ok }) => ok && channel === prepared.channel) ?? prepared.channels.find(({ ok }) => ok)
  const others = prepared.channels.filter((way) => way !== best)
  const reasons = prepared.channels.flatMap(({ ok, why }) => (!ok && why ? [why] : []))
  const distinct = reasons.filter((reason, index) => reasons.findIndex(({ id }) => id === reason.id) === index)
  const off = (channel: SendChannel) => !settled || act.pending !== undefined || (blocked && channel !== 'meeting')
  return (
    <div className="space-y-1.5">
      {distinct.map((reason) => <p key={reason.id} className="text-small text-warn"><Said sentence={reason} /></p>)}
      {best && (
        <Button look="primary" className="min-h-8 w-full" off={off(best.channel)} aria-busy={act.pending === best.channel || undefined} {...act.on(best.channel)}>
          {nameOf(best.channel)}
        </Button>
      )}
      <div className="flex flex-wrap gap-1">
        {others.map(({ channel, ok }) => (
          <Button key={channel} className="min-h-6 px-2 text-small" off={!ok || off(channel)} aria-busy={act.pending === channel || undefined} {...act.on(channel)}>
            {channelName(channel)}
          </Button>
        ))}
      </div>
    </div>
  )
}

function nameOf(channel: SendChannel): string {
  return channel === 'copy' || channel === 'meeting' ? channelName(channel) : i18n.t('send.open', [channelName(channel)])
}
