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

/** The best way, as one large button; absent where there is none. */
export function BestWay({ prepared, act, blocked }: WaysProps) {
  const off = useOff(act, blocked)
  const best = bestOf(prepared)
  if (!best) return null
  return (
    <Button look="primary" className="min-h-8 w-full" off={off(best.channel)} aria-busy={act.pending === best.channel || undefined} {...act.on(best.channel)}>
      {nameOf(best.channel)}
    </Button>
  )
}

/** The other ways; what cannot be used looks so. */
export function OtherWays({ prepared, act, blocked }: WaysProps) {
  const off = useOff(act, blocked)
  const best = bestOf(prepared)
  return (
    <div role="group" aria-label={i18n.t('send.other')} className="flex flex-wrap gap-1">
      {prepared.channels.filter((way) => way !== best).map(({ channel, ok }) => (
        <Button key={channel} className="min-h-6 px-2 text-small" off={!ok || off(channel)} aria-busy={act.pending === channel || undefined} {...act.on(channel)}>
          {channelName(channel)}
        </Button>
      ))}
    </div>
  )
}

/** Why some ways are shut, each reason once. */
export function Against({ prepared }: { prepared: PreparedSend }) {
  const reasons = prepared.channels.flatMap(({ ok, why }) => (!ok && why ? [why] : []))
  return reasons.filter(({ id }, index) => reasons.findIndex((other) => other.id === id) === index)
    .map((reason) => <p key={reason.id} role="note" className="mb-2 rounded-md bg-warn-soft px-2 py-1"><Said sentence={reason} /></p>)
}

function useOff(act: Act<SendChannel>, blocked: boolean): (channel: SendChannel) => boolean {
  const settled = useSettled()
  return (channel) => !settled || act.pending !== undefined || (blocked && channel !== 'meeting')
}

function bestOf({ channels, channel: preferred }: PreparedSend) {
  return channels.find(({ channel, ok }) => ok && channel === preferred) ?? channels.find(({ ok }) => ok)
}

function nameOf(channel: SendChannel): string {
  if (channel === 'mailto') return i18n.t('send.openMail')
  return channel === 'copy' || channel === 'meeting' ? channelName(channel) : i18n.t('send.open', [channelName(channel)])
}
