import type { ContentKey } from './content.ts'
import type { CampaignKey, FormKey, MailKey, WebinarKey } from './marketing-plan.ts'

/** How somebody, or something, reacted to a marketing mail. */
export type Reaction =
  | 'unopened'
  | 'bounced'
  /** A person: minutes after delivery. */
  | { opened: number; clicked?: readonly ContentKey[] }
  /** A security gateway: opens and clicks every link seconds after delivery. */
  | 'scanned'
  /** The gateway first, then a person. */
  | { scannedThenClicked: readonly ContentKey[] }
  /** A mail app that loads pictures ahead of time: HubSpot filters it out itself. */
  | 'prefetched'
  /** Somebody (or something) clicked all links within ten seconds, hours later. */
  | 'swept'

/** One thing a person did, or that was done about them. Times are days before the sandbox starts. */
export type Act =
  | { kind: 'view'; daysAgo: number; page: ContentKey; from?: CampaignKey | 'search' | 'social' | undefined; bot?: boolean | undefined }
  | { kind: 'form'; daysAgo: number; form: FormKey; page: ContentKey; message?: string | undefined; from?: CampaignKey | undefined }
  | { kind: 'mail'; mail: MailKey; reaction: Reaction }
  | { kind: 'webinar'; webinar: WebinarKey; state: 'REGISTERED' | 'ATTENDED' | 'NO_SHOW' | 'CANCELLED'; minutes?: number | undefined }
  | { kind: 'note'; daysAgo: number; text: string }
  | { kind: 'sent'; daysAgo: number; subject: string; text: string; reply?: string | undefined }
  | { kind: 'call'; daysAgo: number; title: string; text: string; minutes: number }
  | { kind: 'meeting'; daysAgo: number; title: string; text: string }
  | { kind: 'task'; daysAgo: number; title: string; done?: boolean | undefined }
  | { kind: 'document'; daysAgo: number; name: string }
  | { kind: 'ad'; daysAgo: number; campaign: CampaignKey }
  /** Many views spread over a span, for somebody who reads a great deal. */
  | { kind: 'flood'; from: number; to: number; views: number }

export const view = (daysAgo: number, page: ContentKey, from?: CampaignKey | 'search' | 'social'): Act => ({ kind: 'view', daysAgo, page, from })
export const botView = (daysAgo: number, page: ContentKey): Act => ({ kind: 'view', daysAgo, page, bot: true })
export const form = (daysAgo: number, key: FormKey, page: ContentKey, message?: string): Act => ({ kind: 'form', daysAgo, form: key, page, message })
export const mail = (key: MailKey, reaction: Reaction = 'unopened'): Act => ({ kind: 'mail', mail: key, reaction })
export const attended = (key: WebinarKey, minutes: number): Act => ({ kind: 'webinar', webinar: key, state: 'ATTENDED', minutes })
export const registered = (key: WebinarKey): Act => ({ kind: 'webinar', webinar: key, state: 'REGISTERED' })
export const noShow = (key: WebinarKey): Act => ({ kind: 'webinar', webinar: key, state: 'NO_SHOW' })
export const note = (daysAgo: number, text: string): Act => ({ kind: 'note', daysAgo, text })
export const sent = (daysAgo: number, subject: string, text: string, reply?: string): Act => ({ kind: 'sent', daysAgo, subject, text, reply })
export const call = (daysAgo: number, title: string, text: string, minutes = 12): Act => ({ kind: 'call', daysAgo, title, text, minutes })
export const meeting = (daysAgo: number, title: string, text: string): Act => ({ kind: 'meeting', daysAgo, title, text })
export const task = (daysAgo: number, title: string, done = false): Act => ({ kind: 'task', daysAgo, title, done })
export const document = (daysAgo: number, name: string): Act => ({ kind: 'document', daysAgo, name })
export const ad = (daysAgo: number, campaign: CampaignKey): Act => ({ kind: 'ad', daysAgo, campaign })
