import type { FoundHandOver, HandOver } from '@/lib/domain/hand-over'
import { timeOf, type PropertyBag } from '../wire/property-bag'

/** First outreach by anybody, first engagement by the present owner, and the newest call, mail or meeting logged. */
export const followUpProperties = ['hs_first_outreach_date', 'hs_sa_first_engagement_date', 'notes_last_contacted'] as const

/**
 * The first sales activity since the hand-over, by HubSpot's own dates. Where somebody had reached out before, only a later activity is known, and that the
 * first was then or earlier. `undefined`: this portal shows none of the dates.
 */
export function followUpOf(bag: PropertyBag, { at }: Pick<FoundHandOver, 'at'>): Pick<HandOver, 'followedUpAt' | 'followUpExact'> | undefined {
  if (followUpProperties.every((name) => !(name in bag))) return undefined
  const [outreach, owner, latest] = followUpProperties.map((name) => timeOf(bag, name))
  if (outreach !== undefined && outreach >= at) return { followedUpAt: outreach, followUpExact: true }
  const later = [owner, latest].filter((moment) => moment !== undefined && moment >= at)
  return later.length > 0 ? { followedUpAt: Math.min(...later.map(Number)), followUpExact: false } : {}
}
