import { campaignBy, mergeInfluences, type Attributed, type CampaignBy, type CampaignWays, type Influence, type NoteWay } from '../influence'
import { namedCampaigns, tellCampaigns } from '../judgement'
import type { Joined } from './joined'

/** Which of its campaigns a lead counts for: every one it responded to before the verdict, or only the first or the last of them. */
export const attributions = ['all', 'first', 'last'] as const
export type Attribution = (typeof attributions)[number]

/**
 * Campaigns a lead counts for. What the verdict rests on counts with its hand-over as with its verdict; where it named no campaign, those the CRM tells of count.
 * What came after the verdict had no part in it and is left out; without a verdict all count. A response without a date may have come before; it is first or last
 * only where none has a date.
 */
export function campaignsOf({ handOver, judgement }: Joined, attribution: Attribution): Attributed[] {
  if (judgement && judgement.campaigns.length > 0) return credited(namedCampaigns(judgement), attribution, judgement.onlyFirstDated)
  const before = handOver.campaigns.filter(({ at }) => at === undefined || judgement === undefined || at <= judgement.at)
  const merged = before.length > 1 ? mergeInfluences(before) : before
  return attribution === 'all' ? merged : credited(datedOf(merged), attribution)
}

/** The same, names only. */
export function campaignNames(lead: Joined, attribution: Attribution): readonly string[] {
  const { judgement } = lead
  if (judgement && judgement.campaigns.length > 0) return attribution === 'all' ? judgement.campaigns : credited(judgement.campaigns, attribution, judgement.onlyFirstDated)
  return lead.handOver.campaigns.length === 0 ? [] : campaignsOf(lead, attribution).map(({ name }) => name)
}

/** Those that get the credit, of campaigns with the last one first; with `firstIsLast` it began it all, too. */
export function credited<T>(campaigns: readonly T[], attribution: Attribution, firstIsLast = false): T[] {
  return attribution === 'all' ? [...campaigns] : attribution === 'last' || firstIsLast ? campaigns.slice(0, 1) : campaigns.slice(-1)
}

function datedOf(influences: readonly Influence[]): readonly Influence[] {
  const dated = influences.filter(({ at }) => at !== undefined)
  return dated.length > 0 ? dated : influences
}

/** Tells how each campaign of a lead is known; the desk says so wherever it groups by campaign. */
export function tellWays(lead: Joined, note: NoteWay): void {
  if (lead.judgement && lead.judgement.campaigns.length > 0) tellCampaigns(lead.judgement, note)
  else if (lead.handOver.campaigns.length > 0) for (const { name, by } of campaignsOf(lead, 'all')) note(name, by)
}

/** How campaigns are known, all together. */
export function waysKnown(ways: CampaignWays): CampaignBy[] {
  const known = new Set([...ways.values()].flat())
  return campaignBy.options.filter((way) => known.has(way))
}
