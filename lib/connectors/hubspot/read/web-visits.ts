import { canonicalUrl } from '@/lib/domain/content-url'
import type { RawTouch } from '@/lib/domain/touch'
import type { CrmObject } from '../wire/object'
import { textOf, timeOf } from '../wire/property-bag'
import { campaignOf, webAddress } from './web-address'

const sameVisitMs = 60_000

/** First and last page seen, which every edition keeps. */
export function visitsOf(contact: CrmObject): RawTouch[] {
  const visits = ['first', 'last'].flatMap((which): RawTouch[] => {
    const url = webAddress(textOf(contact.properties, `hs_analytics_${which}_url`))
    const at = timeOf(contact.properties, `hs_analytics_${which}_timestamp`)
    if (url === undefined || at === undefined) return []
    const id = `${url}:${at}`
    return [{ id: `hubspot:visit:${id}`, at, kind: 'page-view', title: '', url, campaign: campaignOf(url), origin: { system: 'hs-web', id }, signals: {} }]
  })
  return visits.filter((visit, index) => visits.findIndex(({ id }) => id === visit.id) === index)
}

/** Visits that no event tells of already. */
export function withoutKnown(visits: readonly RawTouch[], events: readonly RawTouch[]): RawTouch[] {
  return visits.filter((visit) => !events.some((event) => sameVisit(event, visit)))
}

function sameVisit(touch: RawTouch, visit: RawTouch): boolean {
  return touch.kind === 'page-view' && touch.url !== undefined && visit.url !== undefined
    && Math.abs(touch.at - visit.at) < sameVisitMs && canonicalUrl(touch.url) === canonicalUrl(visit.url)
}
