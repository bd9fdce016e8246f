import type { SendChannel, SendEvent } from '@/lib/domain/ledger'
import { contactPath, pathWith } from '../addresses'
import { markerOf } from '../marker'
import { crmObject } from '../wire/object'
import { textOf } from '../wire/property-bag'
import { createActivity } from './create-activity'
import type { WriteContext } from './deliver'
import { paragraphs } from './html'

const mailChannels: ReadonlySet<SendChannel> = new Set(['mailto', 'gmail', 'outlook'])

/** Whether this channel is a mail: then the entry is one too, otherwise a note. */
export function isMail(channel: SendChannel): boolean {
  return mailChannels.has(channel)
}

/** Logs what the rep sent or showed. A logged mail sends nothing. */
export async function logSend(context: WriteContext, event: SendEvent): Promise<void> {
  const subject = context.deps.words.sent(event.title)
  const lines = [event.title, event.link, markerOf('send-log', event.id)]
  const at = new Date(event.at).toISOString()
  if (!isMail(event.channel)) {
    return createActivity(context, 'note', event.rep, { hs_timestamp: at, hs_note_body: paragraphs([subject, ...lines.slice(1)]) })
  }
  await createActivity(context, 'email', event.rep, {
    hs_timestamp: at,
    hs_email_direction: 'EMAIL',
    hs_email_status: 'SENT',
    hs_email_subject: subject,
    hs_email_text: lines.filter(Boolean).join('\n'),
    hs_email_headers: await headersOf(context, event),
  })
}

/** Between whom the mail went, in the form HubSpot shows. */
async function headersOf({ client, contactId }: WriteContext, event: SendEvent): Promise<string> {
  const { properties } = await client.send({
    path: pathWith(contactPath(contactId), { properties: ['email', 'firstname', 'lastname'] }), schema: crmObject,
  })
  const email = textOf(properties, 'email')
  const to = email ? [{ email, firstName: textOf(properties, 'firstname'), lastName: textOf(properties, 'lastname') }] : []
  const from = event.rep.email ? { email: event.rep.email, firstName: event.rep.name } : undefined
  return JSON.stringify({ from, to, cc: [], bcc: [] })
}
