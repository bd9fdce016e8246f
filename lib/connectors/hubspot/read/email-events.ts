import type { RawTouch, TouchKind } from '@/lib/domain/touch'
import type { EmailEvent } from '../wire/email-events'
import { campaignOf, webAddress } from './web-address'

const kinds: ReadonlyMap<string, TouchKind> = new Map([['SENT', 'email-sent'], ['OPEN', 'email-open'], ['CLICK', 'email-click']])

interface Mail {
  subject?: string | undefined
  deliveredAt?: number | undefined
}

/** Marketing mails sent, opened and clicked. Nothing of an event but what stands here leaves this function. */
export function toEmailTouches(events: readonly EmailEvent[], botIn: (userAgent: string) => string | undefined): RawTouch[] {
  const mails = mailsOf(events)
  return events.flatMap((event): RawTouch[] => {
    const kind = kinds.get(event.type)
    if (kind === undefined || event.id === undefined || event.created === undefined) return []
    const [mailId] = mailKeys(event)
    const mail = mailKeys(event).map((key) => mails.get(key)).find((known) => known !== undefined)
    const url = kind === 'email-click' ? webAddress(event.url) : undefined
    return [{
      id: `hubspot:email-event:${event.id}`,
      at: event.created,
      kind,
      title: url ? '' : (mail?.subject ?? `#${event.emailCampaignId ?? event.id}`),
      url,
      itemId: url || event.emailCampaignId === undefined ? undefined : `email:${event.emailCampaignId}`,
      campaign: campaignOf(url),
      origin: { system: 'hs-email-events', id: event.id },
      signals: {
        bot: event.userAgent ? botIn(event.userAgent) : undefined,
        filtered: event.filteredEvent || undefined,
        deliveredAt: kind === 'email-sent' ? undefined : mail?.deliveredAt,
        mailId,
      },
    }]
  })
}

/** Subject and delivery of each mail; where HubSpot kept no delivery, the mail counts as delivered when it was sent. */
function mailsOf(events: readonly EmailEvent[]): Map<string, Mail> {
  const mails = new Map<string, Mail>()
  for (const event of events) {
    if (event.type !== 'SENT' && event.type !== 'DELIVERED') continue
    for (const key of mailKeys(event)) {
      const mail = mails.get(key) ?? {}
      mails.set(key, {
        subject: event.subject ?? mail.subject,
        deliveredAt: event.type === 'DELIVERED' ? event.created : (mail.deliveredAt ?? event.created),
      })
    }
  }
  return mails
}

/** The SENT event names one mail to one person; the campaign stands for it where that link is absent. */
function mailKeys(event: EmailEvent): string[] {
  const sent = event.type === 'SENT' ? event.id : event.sentBy?.id
  return [sent, event.emailCampaignId === undefined ? undefined : `campaign:${event.emailCampaignId}`].filter((key) => key !== undefined)
}
