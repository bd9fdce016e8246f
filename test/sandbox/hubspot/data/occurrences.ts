import { seededUuid } from '../format.ts'
import type { Occurrence } from '../model/marketing.ts'
import { contentPage, contentUrl, pageId } from './content.ts'
import { formPlan } from './marketing-plan.ts'
import type { FormFill, Journey, PageView } from './journey.ts'

/** A journey as the Events API tells it, newest first. One form fill makes three events, as in HubSpot. */
export function toOccurrences(journey: Journey, stageAt: (at: number) => string): Occurrence[] {
  const { contactId } = journey
  const number = Number(contactId)
  const entry = (id: string, eventType: string, at: number, properties: Occurrence['properties']): Occurrence => ({
    id,
    eventType,
    contactId,
    at,
    properties,
  })
  const views = journey.views.map((view, order) =>
    entry(`leviathan-${seededUuid(number, order)}-${view.at}`, 'e_visited_page', view.at, () => viewProperties(view)),
  )
  const fills = journey.fills.flatMap((fill, order) => {
    const id = (part: number): string => seededUuid(number, 4000 - order * 4 - part)
    return [
      entry(id(1), 'e_form_submission_v2', fill.at, () => submissionProperties(fill)),
      entry(id(2), 'e_form_submission_metadata_v2', fill.at, () => ({
        hs_form_title: formPlan[fill.form].name,
        hs_contact_lifecyclestage: stageAt(fill.at),
      })),
      entry(id(3), 'e_submitted_form', fill.at, () => {
        const { title } = contentPage(fill.page)
        return { hs_form_id: formPlan[fill.form].id, hs_url: contentUrl(fill.page), hs_title: title, hs_page_title: title }
      }),
    ]
  })
  const others = journey.others.map(({ at, type, properties }, order) => entry(seededUuid(number, 3000 + order), type, at, () => properties))
  return [...views, ...fills, ...others].sort((one, other) => other.at - one.at)
}

function viewProperties({ page, query, referrer, bot }: PageView): Record<string, string> {
  const { title, path } = contentPage(page)
  const url = contentUrl(page)
  const utm = new URLSearchParams(query)
  const source = sourceOf(query, referrer)
  return {
    hs_analytics_normalized_page_url: url.replace('https://', ''),
    hs_base_url: url,
    hs_browser: bot ? 'unknown' : 'Chrome',
    hs_canonical_url: url,
    hs_cf_bot_score: bot ? '2' : '98',
    hs_country: 'us',
    hs_device_type: bot ? 'UNKNOWN' : 'COMPUTER',
    hs_is_contact: 'true',
    hs_operating_system: bot ? 'unknown' : 'Windows',
    hs_page_id: pageId(page),
    hs_page_title: title,
    hs_query_params: query,
    hs_referrer: referrer,
    hs_region: 'oh',
    hs_title: title,
    hs_url: query === '' ? url : `${url}?${query}`,
    hs_url_domain: 'www.quayside.example',
    hs_url_path: path,
    hs_user_agent: bot ? 'Mozilla/5.0 (compatible; MailGateway LinkCheck/3.1)' : 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0',
    hs_utm_campaign: utm.get('utm_campaign') ?? '',
    hs_utm_medium: utm.get('utm_medium') ?? '',
    hs_utm_source: utm.get('utm_source') ?? '',
    hs_visit_source: source,
    hs_visit_source_details_1: source === 'ORGANIC_SEARCH' ? 'GOOGLE' : (utm.get('utm_campaign') ?? ''),
    hs_visit_source_details_2: '',
  }
}

/** HubSpot's traffic source of a visit, from its address and referrer. */
export function sourceOf(query: string, referrer: string): string {
  if (query.includes('utm_medium=email')) return 'EMAIL_MARKETING'
  if (query.includes('utm_medium=social')) return 'SOCIAL_MEDIA'
  return referrer.includes('google') ? 'ORGANIC_SEARCH' : 'DIRECT_TRAFFIC'
}

function submissionProperties(fill: FormFill): Record<string, string> {
  return {
    hs_form_id: formPlan[fill.form].id,
    hs_form_type: 'HUBSPOT',
    hs_base_url: contentUrl(fill.page),
    hs_page_title: contentPage(fill.page).title,
    hs_query_params: '',
    hs_utm_source: '',
    hs_utm_campaign: '',
    hs_utm_medium: '',
    hs_referrer: '',
    hs_visitor_type: 'KNOWN',
  }
}
