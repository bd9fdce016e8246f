import { mergeInfluences, type Influence } from '@/lib/domain/influence'
import { textOf, timeOf, type PropertyBag } from '../wire/property-bag'
import { campaignOf, webAddress } from './web-address'

/** What tells of campaigns on a contact: HubSpot has no call from a contact to its campaigns. */
export const campaignProperties = [
  'hs_analytics_source', 'hs_analytics_source_data_1', 'hs_analytics_source_data_2', 'hs_latest_source', 'hs_latest_source_data_1', 'hs_latest_source_data_2',
  'hs_latest_source_timestamp', 'hs_analytics_first_url', 'hs_analytics_first_timestamp', 'hs_analytics_last_url', 'hs_analytics_last_timestamp', 'hs_analytics_first_touch_converting_campaign', 'hs_analytics_last_touch_converting_campaign',
  'first_conversion_date', 'recent_conversion_date', 'hs_email_last_email_name', 'hs_email_last_send_date', 'hs_email_last_click_date',
] as const

/** Which drill-down of a traffic source names a campaign; those of the others name a search engine, a site or an import. */
const drillDown: Readonly<Record<string, 1 | 2>> = { EMAIL_MARKETING: 1, PAID_SEARCH: 1, OTHER_CAMPAIGNS: 1, PAID_SOCIAL: 2 }

/** Campaigns by UTM parameters of the first and last page and of the converting visits, by the sources' drill-downs, and the last marketing mail where its link was clicked. */
export function influencesOf(bag: PropertyBag): Influence[] {
  return mergeInfluences([
    named(utmOf(bag, 'hs_analytics_first_url'), timeOf(bag, 'hs_analytics_first_timestamp'), 'utm'),
    named(utmOf(bag, 'hs_analytics_last_url'), timeOf(bag, 'hs_analytics_last_timestamp'), 'utm'),
    named(textOf(bag, 'hs_analytics_first_touch_converting_campaign'), timeOf(bag, 'hs_analytics_first_timestamp'), 'utm'),
    named(textOf(bag, 'hs_analytics_last_touch_converting_campaign'), timeOf(bag, 'recent_conversion_date'), 'utm'),
    named(detailOf(bag, 'hs_analytics_source'), timeOf(bag, 'hs_analytics_first_timestamp'), 'source-detail'),
    named(detailOf(bag, 'hs_latest_source'), timeOf(bag, 'hs_latest_source_timestamp'), 'source-detail'),
    clickedMail(bag),
  ].filter((influence) => influence !== undefined))
}

function utmOf(bag: PropertyBag, property: string): string | undefined {
  return campaignOf(webAddress(textOf(bag, property)))?.name
}

function named(name: string | undefined, at: number | undefined, by: Influence['by']): Influence | undefined {
  return name === undefined ? undefined : { name, at, by }
}

function detailOf(bag: PropertyBag, source: string): string | undefined {
  const which = drillDown[textOf(bag, source) ?? '']
  return which && textOf(bag, `${source}_data_${which}`)
}

/** HubSpot keeps the last mail's name and the last click's moment; together they mean that mail only where the click came after it. */
function clickedMail(bag: PropertyBag): Influence | undefined {
  const [sent, clicked] = [timeOf(bag, 'hs_email_last_send_date'), timeOf(bag, 'hs_email_last_click_date')]
  if (sent === undefined || clicked === undefined || clicked < sent) return undefined
  return named(textOf(bag, 'hs_email_last_email_name'), clicked, 'email')
}
