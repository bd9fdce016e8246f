import { toHtmlParagraphs } from './escape-html'
import type { SendChannel } from './ledger'
import type { Person } from './person'
import { say, type Sentence } from './sentence'

export type ComposeChannel = Exclude<SendChannel, 'copy' | 'meeting'>

export interface ComposeInput {
  channel: ComposeChannel
  person: Person
  /** One line. */
  subject: string
  /** Plain text. */
  body: string
  /** Host of HubSpot's pages for this portal; without it the common one. */
  host?: string | undefined
}

export type ComposeLink = { ok: true; url: string } | { ok: false; why: Sentence }

/**
 * What programs and servers on the way are known to take: Windows hands a program 2,083 characters, Outlook on the web cuts
 * at 4,096, Gmail and HubSpot answer with an error beyond about 8,000.
 */
const longest: Record<ComposeChannel, number> = { mailto: 2000, outlook: 4000, gmail: 7500, hubspot: 7500 }

/** A plain address: nothing in it can add a recipient or a header to a mail link. */
const plainAddress = /^[^\s@,;:<>()[\]\\"?&#%\p{C}]+@[^\s@,;:<>()[\]\\"?&#%\p{C}]+$/u
const hubspotHost = /^app(?:-[a-z]{2}\d{1,2})?\.hubspot\.com$/

/**
 * The address that opens a composer with recipient, subject and text in place, or why there is none; the text is then copied
 * instead. Formats: RFC 6068 for `mailto`; the compose addresses of Gmail and Outlook on the web; HubSpot's record page with
 * `interaction=email` and the text as HTML paragraphs. Spaces are `%20`: HubSpot and mail programs show `+` as it is.
 */
export function composeUrl(input: ComposeInput): ComposeLink {
  const { channel, person, subject } = input
  const to = person.email?.trim() ?? ''
  if (!plainAddress.test(to)) return { ok: false, why: say('compose.no_address') }
  if (/[\p{Cc}\u2028\u2029]/u.test(subject)) return { ok: false, why: say('compose.subject_lines') }
  const url = writers[channel](input, to)
  if (url === undefined) return { ok: false, why: say('compose.no_contact') }
  return url.length > longest[channel] ? { ok: false, why: say('compose.too_long', url.length, longest[channel]) } : { ok: true, url }
}

const writers: Record<ComposeChannel, (input: ComposeInput, to: string) => string | undefined> = {
  mailto: ({ subject, body }, to) => `mailto:${encodeURIComponent(to).replace('%40', '@')}?${query({ subject, body: body.replace(/\r?\n/g, '\r\n') })}`,
  gmail: ({ subject, body }, to) => `https://mail.google.com/mail/?${query({ view: 'cm', fs: '1', to, su: subject, body })}`,
  outlook: ({ subject, body }, to) => `https://outlook.office.com/mail/deeplink/compose?${query({ to, subject, body })}`,
  hubspot: ({ person, subject, body, host }) => {
    const contact = [person.ref, ...person.same].find(({ crm, kind }) => crm === 'hubspot' && kind === 'contact')
    if (!contact) return undefined
    const page = `https://${host !== undefined && hubspotHost.test(host) ? host : 'app.hubspot.com'}/contacts/${contact.org}/contact/${contact.id}`
    return `${page}?${query({ interaction: 'email', initialEmailSubject: subject, initialEmailBody: toHtmlParagraphs(body) })}`
  },
}

function query(parameters: Record<string, string>): string {
  return Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')
}
