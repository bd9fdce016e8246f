import type { LoggedMail } from '@/lib/domain/snapshot'
import type { RawTouch } from '@/lib/domain/touch'
import type { CrmObject } from '../wire/object'
import { textOf, timeOf } from '../wire/property-bag'
import { linksIn } from './links'

export const emailProperties = ['hs_timestamp', 'hs_email_subject', 'hs_email_direction', 'hs_email_status', 'hs_email_html', 'hs_email_text'] as const

/** Mails between rep and person: theirs are replies, ours were sent. Bodies are searched for links and dropped. */
export function toMailTouches(emails: readonly CrmObject[]): RawTouch[] {
  return emails.flatMap((email): RawTouch[] => {
    const at = timeOf(email.properties, 'hs_timestamp')
    const direction = textOf(email.properties, 'hs_email_direction')
    const reply = direction === 'INCOMING_EMAIL'
    if (at === undefined || (!reply && direction !== 'EMAIL') || (!reply && !wasSent(email))) return []
    return [{
      id: `hubspot:email:${email.id}`,
      at,
      kind: reply ? 'email-reply' : 'email-sent',
      title: textOf(email.properties, 'hs_email_subject') ?? '',
      itemId: `mail:${email.id}`,
      origin: { system: 'hs-emails', id: email.id },
      signals: { deliberate: reply || undefined },
    }]
  })
}

/** Mails HubSpot logged as sent, with the addresses they carried. */
export function toLoggedMails(emails: readonly CrmObject[]): LoggedMail[] {
  return emails.flatMap((email): LoggedMail[] => {
    const at = timeOf(email.properties, 'hs_timestamp')
    if (at === undefined || textOf(email.properties, 'hs_email_direction') !== 'EMAIL' || !wasSent(email)) return []
    const bodies = [textOf(email.properties, 'hs_email_html'), textOf(email.properties, 'hs_email_text')]
    return [{ id: email.id, at, subject: textOf(email.properties, 'hs_email_subject') ?? '', links: linksIn(bodies.join('\n')) }]
  })
}

function wasSent(email: CrmObject): boolean {
  const status = textOf(email.properties, 'hs_email_status')
  return status === undefined || status === 'SENT'
}
