import { acceptanceOf, byAcceptance, type Acceptance } from './acceptance'
import type { Judgement } from './judgement'

/** What acceptance is compared by. Leads are measured and not people: who judged is no way to group. */
export const groupings = ['campaign', 'source', 'reason', 'asset', 'persona', 'industry', 'stage'] as const
export type Grouping = (typeof groupings)[number]

export interface AcceptanceGroup { key: string; acceptance: Acceptance }

/** Values under which a judgement counts; a lead of several campaigns or assets counts under each of them. */
export function keysOf(judgement: Judgement, by: Grouping): readonly string[] {
  if (by === 'campaign') return judgement.campaigns
  if (by === 'asset') return judgement.assets
  const value = judgement[by]
  return value === undefined ? [] : [value]
}

/** Acceptance of each value, best first. Each lead has one judgement (`latestPerLead`). */
export function acceptanceBy(judgements: readonly Judgement[], by: Grouping): AcceptanceGroup[] {
  const groups = new Map<string, Judgement[]>()
  for (const judgement of judgements) {
    for (const key of new Set(keysOf(judgement, by))) {
      const group = groups.get(key)
      if (group) group.push(judgement)
      else groups.set(key, [judgement])
    }
  }
  return [...groups].map(([key, members]) => ({ key, acceptance: acceptanceOf(members) }))
    .sort((a, b) => byAcceptance(a.acceptance, b.acceptance) || (a.key < b.key ? -1 : 1))
}
