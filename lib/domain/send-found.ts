import { canonicalUrl } from './content-url'
import type { LedgerEvent, SendEvent } from './ledger'
import type { LoggedMail } from './snapshot'
import type { Touch } from './touch'

/** CRM and rep's machine rarely agree on the time to the minute. */
const clockDifferenceMs = 5 * 60_000
/** What happens to a link so soon after its mail is a gateway's doing. */
const tooSoonMs = 60_000

export interface FoundSend { sendId: string; at: number }

/**
 * Sends that a mail logged by the CRM proves to be sent: it was written after the composer opened and carries the send's
 * link. One mail proves one send of an asset; of several sends the earlier one.
 */
export function confirmedByMail(events: readonly LedgerEvent[], mails: readonly LoggedMail[]): FoundSend[] {
  const sent = new Set(events.flatMap((event) => (event.type === 'send-outcome' && event.outcome === 'sent' ? [event.sendId] : [])))
  const used = new Set<string>()
  const ordered = [...mails].sort((a, b) => a.at - b.at)
  return sendsOf(events).flatMap((send) => {
    const link = linkKey(send)
    if (sent.has(send.id) || send.channel === 'meeting' || link === undefined) return []
    const mail = ordered.find(({ id, at, links }) => at >= send.at - clockDifferenceMs && !used.has(`${id} ${link}`) && links.some((one) => canonicalUrl(one) === link))
    if (!mail) return []
    used.add(`${mail.id} ${link}`)
    return [{ sendId: send.id, at: mail.at }]
  })
}

/** Sends the person has opened since, each with the latest human touch of what was sent. Only sends known to be sent. */
export function openedSends(events: readonly LedgerEvent[], touches: readonly Touch[]): { send: SendEvent; at: number }[] {
  const sent = new Set(events.flatMap((event) => (event.type === 'send-outcome' && event.outcome === 'sent' ? [event.sendId] : [])))
  return sendsOf(events).filter(({ id }) => sent.has(id)).flatMap((send) => {
    const link = linkKey(send)
    const seen = touches.filter(({ at, agent, assetId, contentKey }) => at > send.at + tooSoonMs && agent.by === 'human' && (assetId === send.assetId || contentKey === link))
    return seen.length === 0 ? [] : [{ send, at: Math.max(...seen.map(({ at }) => at)) }]
  })
}

function sendsOf(events: readonly LedgerEvent[]): SendEvent[] {
  return events.flatMap((event) => (event.type === 'send' ? [event] : [])).sort((a, b) => a.at - b.at)
}

function linkKey({ link }: SendEvent): string | undefined {
  return link === undefined ? undefined : canonicalUrl(link)
}
