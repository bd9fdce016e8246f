import { seededUuid } from '../format.ts'
import type { EmailEvent } from '../model/marketing.ts'
import type { Reaction } from './acts.ts'
import { contentUrl, type ContentKey } from './content.ts'
import { campaignPlan, type MailPlan } from './marketing-plan.ts'

export interface MailHistory {
  events: EmailEvent[]
  /** Page views that human clicks led to. */
  visits: { at: number; page: ContentKey }[]
}

const browserAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const gatewayAgent = 'Mozilla/5.0 (compatible; MailGateway LinkCheck/3.1)'
const proxyAgent = 'Mozilla/5.0'

/** The e-mail events of one marketing mail to one person, from SENT to the last click. */
export function mailEvents(mail: MailPlan, reaction: Reaction, recipient: string, sentAt: number, seed: number): MailHistory {
  const events: EmailEvent[] = []
  const visits: MailHistory['visits'] = []
  const sentBy = { id: seededUuid(seed, 1), created: sentAt }
  const push = (type: string, created: number, more: Record<string, unknown>): void => {
    const id = type === 'SENT' ? sentBy.id : seededUuid(seed, 10 + events.length)
    events.push({ id, type, created, recipient, emailCampaignId: mail.id, more: type === 'SENT' ? more : { sentBy, smtpId: null, ...more } })
  }
  const open = (created: number, userAgent: string, filteredEvent = false): void =>
    push('OPEN', created, { duration: userAgent === browserAgent ? 9000 : 0, filteredEvent, ...deviceOf(userAgent, seed) })
  const click = (created: number, page: ContentKey, userAgent: string): void =>
    push('CLICK', created, { url: trackedUrl(mail, page), linkId: mail.links.indexOf(page), filteredEvent: false, ...deviceOf(userAgent, seed) })
  const person = (openedAt: number, pages: readonly ContentKey[]): void => {
    open(openedAt, browserAgent)
    pages.forEach((page, order) => {
      const at = openedAt + 25_000 + order * 70_000
      click(at, page, browserAgent)
      visits.push({ at: at + 1500, page })
    })
  }
  const gateway = (from: number): void => {
    open(from + 900, gatewayAgent)
    mail.links.forEach((page, order) => click(from + 1400 + order * 900, page, gatewayAgent))
  }

  push('SENT', sentAt, { subject: mail.subject, from: 'Quayside <hello@quayside.example>', cc: [], bcc: [], replyTo: ['hello@quayside.example'] })
  push('PROCESSED', sentAt + 1200, {})
  if (reaction === 'bounced') {
    push('BOUNCE', sentAt + 4000, { category: 'MAILBOX_FULL', response: '552 5.2.2 mailbox full', status: '5.2.2' })
    return { events, visits }
  }
  const delivered = sentAt + 3100
  push('DELIVERED', delivered, { response: '250 2.0.0 OK' })
  if (reaction === 'scanned') gateway(delivered)
  else if (reaction === 'prefetched') open(delivered + 2000, proxyAgent, true)
  else if (reaction === 'swept') {
    const at = delivered + 10_800_000
    open(at, browserAgent)
    mail.links.forEach((page, order) => click(at + 1000 + order * 2100, page, browserAgent))
  } else if (typeof reaction === 'object' && 'opened' in reaction) person(delivered + reaction.opened * 60_000, reaction.clicked ?? [])
  else if (typeof reaction === 'object') {
    gateway(delivered)
    person(delivered + 5_700_000, reaction.scannedThenClicked)
  }
  return { events, visits }
}

function trackedUrl(mail: MailPlan, page: ContentKey): string {
  return `${contentUrl(page)}?utm_campaign=${campaignPlan[mail.campaign].utm}&utm_medium=email&_hsmi=${mail.contentId}&utm_content=${mail.contentId}&utm_source=hs_email`
}

/** What HubSpot also tells of an open or click: address, place and browser, which a reader ought to drop. */
function deviceOf(userAgent: string, seed: number): Record<string, unknown> {
  const human = userAgent === browserAgent
  return {
    userAgent,
    ipAddress: `203.0.113.${seed % 250}`,
    deviceType: human ? 'COMPUTER' : 'UNKNOWN',
    browser: human
      ? { name: 'Google Chrome', family: 'Chrome', producer: 'Google Inc.', producerUrl: '', type: 'Browser', url: '', version: ['142'] }
      : { name: 'unknown', family: 'unknown', producer: '', producerUrl: '', type: 'unknown', url: '', version: [] },
    location: { country: 'UNITED STATES', state: 'ohio', city: 'columbus', latitude: 39.96, longitude: -83 },
  }
}
