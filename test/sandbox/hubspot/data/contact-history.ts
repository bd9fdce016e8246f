import { stamp } from '../format.ts'
import type { Portal } from '../model/portal.ts'
import type { CrmRecord, Source } from '../model/types.ts'
import { contentPage, contentUrl, pageId } from './content.ts'
import type { FormFill, Journey, PageView } from './journey.ts'
import { formPlan, mailPlan } from './marketing-plan.ts'
import { sourceOf } from './occurrences.ts'

const analytics: Source = { sourceType: 'ANALYTICS', sourceId: 'ContactAnalyticsDetailsUpdateWorker' }
const mailer: Source = { sourceType: 'EMAIL', sourceId: 'MarketingEmail' }
const calculated: Source = { sourceType: 'CALCULATED', sourceId: 'CalculatedPropertyComputer' }
const sessionGapMs = 1_800_000
const keptSessions = 40

/** Sets the contact properties HubSpot derives from visits, form fills and marketing mails, with their history. */
export function writeContactHistory(portal: Portal, contact: CrmRecord, journey: Journey): void {
  const set = (name: string, value: string | number, at: number, source: Source): void =>
    portal.records.set(contact, name, String(value), Math.max(at, contact.createdAt), source)
  writeVisits(journey.views, (name, value, at) => set(name, value, at, analytics))
  writeFills(journey.fills, set)
  writeMail(journey, (name, value, at) => set(name, value, at, mailer))
}

function writeVisits(views: readonly PageView[], set: (name: string, value: string | number, at: number) => void): void {
  const first = views[0]
  const last = views.at(-1)
  if (first === undefined || last === undefined) return
  const sessions = views.filter((view, order) => view.at - (views[order - 1]?.at ?? -Infinity) > sessionGapMs)
  const lastSession = sessions.at(-1) ?? first
  set('hs_analytics_first_url', contentUrl(first.page), first.at)
  set('hs_analytics_first_referrer', first.referrer, first.at)
  set('hs_analytics_first_timestamp', stamp(first.at), first.at)
  set('hs_analytics_first_visit_timestamp', stamp(first.at), first.at)
  for (const view of sessions.slice(-keptSessions)) set('hs_analytics_last_url', contentUrl(view.page), view.at)
  set('hs_analytics_last_url', contentUrl(last.page), last.at)
  set('hs_analytics_last_referrer', last.referrer, last.at)
  set('hs_analytics_last_timestamp', stamp(last.at), last.at)
  set('hs_analytics_last_visit_timestamp', stamp(lastSession.at), last.at)
  set('hs_analytics_num_page_views', views.length, last.at)
  set('hs_analytics_num_visits', sessions.length, last.at)
  set('hs_analytics_average_page_views', Math.round(views.length / sessions.length), last.at)
  set('hs_analytics_num_event_completions', 0, last.at)
  set('hs_latest_source', sourceOf(lastSession.query, lastSession.referrer), lastSession.at)
  set('hs_latest_source_data_1', new URLSearchParams(lastSession.query).get('utm_campaign') ?? '', lastSession.at)
  set('hs_latest_source_timestamp', stamp(lastSession.at), lastSession.at)
}

function writeFills(fills: readonly FormFill[], set: (name: string, value: string | number, at: number, source: Source) => void): void {
  const entries: string[] = []
  fills.forEach((fill, order) => {
    const form = formPlan[fill.form]
    const source: Source = { sourceType: 'FORM', sourceId: form.id, sourceLabel: form.name }
    const name = `${contentPage(fill.page).title}: ${form.name}`
    // Older entries carry no page id, as real ones do.
    entries.push(`${form.id}:${order === 0 ? '' : pageId(fill.page)}:${fill.at}`)
    if (order === 0) {
      set('first_conversion_event_name', name, fill.at, source)
      set('first_conversion_date', stamp(fill.at), fill.at, source)
    }
    set('recent_conversion_event_name', name, fill.at, source)
    set('recent_conversion_date', stamp(fill.at), fill.at, source)
    set('num_conversion_events', order + 1, fill.at, calculated)
    set('num_unique_conversion_events', new Set(fills.slice(0, order + 1).map((past) => past.form)).size, fill.at, calculated)
    set('hs_calculated_form_submissions', entries.join(';'), fill.at, calculated)
  })
}

function writeMail({ mail }: Journey, set: (name: string, value: string | number, at: number) => void): void {
  const counted = mail.filter(({ more }) => more['filteredEvent'] !== true)
  const of = (type: string): typeof mail => counted.filter((event) => event.type === type)
  const mails = (type: string): number => new Set(of(type).map(({ emailCampaignId }) => emailCampaignId)).size
  const dates: readonly (readonly [string, string, string])[] = [
    ['SENT', 'hs_email_first_send_date', 'hs_email_last_send_date'],
    ['OPEN', 'hs_email_first_open_date', 'hs_email_last_open_date'],
    ['CLICK', 'hs_email_first_click_date', 'hs_email_last_click_date'],
  ]
  for (const [type, firstName, lastName] of dates) {
    const events = of(type)
    const [first, last] = [events[0], events.at(-1)]
    if (first === undefined || last === undefined) continue
    set(firstName, stamp(first.created), first.created)
    set(lastName, stamp(last.created), last.created)
  }
  const lastSent = of('SENT').at(-1)
  if (lastSent === undefined) return
  const at = mail.at(-1)?.created ?? lastSent.created
  set('hs_email_delivered', mails('DELIVERED'), at)
  set('hs_email_open', mails('OPEN'), at)
  set('hs_email_click', mails('CLICK'), at)
  if (of('BOUNCE').length > 0) set('hs_email_bounce', of('BOUNCE').length, at)
  const plan = Object.values(mailPlan).find(({ id }) => id === lastSent.emailCampaignId)
  set('hs_email_last_email_name', plan?.name ?? '', lastSent.created)
}
