import { byAcceptance, countVerdict, noVerdicts, toAcceptance, type Acceptance, type VerdictCounts } from './acceptance'
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

/** The same, each value once. */
export function eachKey(judgement: Judgement, by: Grouping, take: (key: string) => void): void {
  if (by === 'campaign' || by === 'asset') eachOnce(keysOf(judgement, by), take)
  else if (judgement[by] !== undefined) take(judgement[by])
}

/** Every value of a short list, the first time it stands there. */
export function eachOnce(values: readonly string[], take: (value: string) => void): void {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    if (value !== undefined && (index === 0 || values.indexOf(value) === index)) take(value)
  }
}

/**
 * Acceptance of each value, best first. Each lead has one judgement (`latestPerLead`). Of leads chosen by one value it is theirs alone that is told, `only`: what
 * they have besides it would be a part of another group, and look like the whole.
 */
export function acceptanceBy(judgements: readonly Judgement[], by: Grouping, only = ''): AcceptanceGroup[] {
  const groups = new Map<string, VerdictCounts>()
  for (const judgement of judgements) {
    eachKey(judgement, by, (key) => {
      if (only !== '' && key !== only) return
      let counts = groups.get(key)
      if (!counts) groups.set(key, (counts = noVerdicts()))
      countVerdict(counts, judgement.verdict)
    })
  }
  return [...groups].map(([key, counts]) => ({ key, acceptance: toAcceptance(counts) }))
    .sort((a, b) => byAcceptance(a.acceptance, b.acceptance) || (a.key < b.key ? -1 : 1))
}
