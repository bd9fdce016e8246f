import { canonicalUrl } from './content-url'
import type { LedgerEvent } from './ledger'
import type { LoggedMail } from './snapshot'

/** A mail is taken for a send if it was logged at most this long before the click (clocks differ). */
const earliestMs = 5 * 60_000

/**
 * Opened sends whose link stands in a mail the CRM logged since: they were sent. Each mail confirms one send, the oldest
 * first; sends with an outcome are left alone.
 */
export function confirmedByMail(events: readonly LedgerEvent[], mails: readonly LoggedMail[]): { sendId: string; at: number }[] {
  const settled = new Set(events.flatMap((event) => (event.type === 'send-outcome' ? [event.sendId] : [])))
  const used = new Set<string>()
  const open = events.flatMap((event) => (event.type === 'send' && event.link && !settled.has(event.id) ? [event] : [])).sort((a, b) => a.at - b.at)
  return open.flatMap((send) => {
    const link = canonicalUrl(send.link ?? '')
    const mail = mails.find((candidate) => !used.has(candidate.id) && candidate.at >= send.at - earliestMs && candidate.links.some((found) => canonicalUrl(found) === link))
    if (!mail) return []
    used.add(mail.id)
    return [{ sendId: send.id, at: mail.at }]
  })
}
