import { byAcceptance, toAcceptance, type Acceptance } from './acceptance'
import type { Judgement } from './judgement'
import type { VerdictValue } from './ledger'

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
  const groups = new Map<string, Record<VerdictValue, number>>()
  for (const judgement of judgements) {
    const keys = keysOf(judgement, by)
    for (const [index, key] of keys.entries()) {
      if (index > 0 && keys.indexOf(key) < index) continue
      let counts = groups.get(key)
      if (!counts) groups.set(key, (counts = { good: 0, not_yet: 0, wrong: 0, cant_tell: 0 }))
      counts[judgement.verdict] += 1
    }
  }
  return [...groups].map(([key, counts]) => ({ key, acceptance: toAcceptance(counts) }))
    .sort((a, b) => byAcceptance(a.acceptance, b.acceptance) || (a.key < b.key ? -1 : 1))
}
