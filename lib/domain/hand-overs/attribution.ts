import type { CampaignBy, Influence } from '../hand-over'
import type { Joined } from './joined'

/** Which of its campaigns a lead counts for: every one it responded to before the verdict, or only the first or the last of them. */
export const attributions = ['all', 'first', 'last'] as const
export type Attribution = (typeof attributions)[number]

/**
 * Campaigns a lead counts for. What came after the verdict had no part in it and is left out; without a verdict all count. A response without a date may
 * have come before; it is first or last only where none has a date.
 */
export function campaignsOf({ handOver, judgement }: Joined, attribution: Attribution): Influence[] {
  const before = handOver.campaigns.filter(({ at }) => at === undefined || judgement === undefined || at <= judgement.at)
  const byName = new Map<string, Influence>()
  for (const influence of before) {
    const known = byName.get(influence.name)
    if (!known || isBetter(influence, known, attribution)) byName.set(influence.name, influence)
  }
  const all = [...byName.values()]
  if (attribution === 'all') return all
  const [one, ...others] = all.filter(({ at }) => at !== undefined).length > 0 ? all.filter(({ at }) => at !== undefined) : all
  return one ? [others.reduce((best, next) => (isBetter(next, best, attribution) ? next : best), one)] : []
}

function isBetter(a: Influence, b: Influence, attribution: Attribution): boolean {
  if (a.at === undefined || b.at === undefined) return a.at !== undefined && b.at === undefined
  return attribution === 'last' ? a.at > b.at : a.at < b.at
}

/** How the campaigns of these leads are known; the desk says so wherever it groups by campaign. */
export function waysKnown(joined: readonly Joined[]): CampaignBy[] {
  return [...new Set(joined.flatMap(({ handOver }) => handOver.campaigns.map(({ by }) => by)))].sort()
}
