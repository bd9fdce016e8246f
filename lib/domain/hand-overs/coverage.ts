import { rateOf, type Rate } from '../acceptance'
import type { LeadCounter } from './counter'
import type { Joined } from './joined'

/** The three below the first add up to it. `neverOpened`: no rep is known to have opened it. */
export const coverageParts = ['handedOver', 'judged', 'openedNotJudged', 'neverOpened'] as const
export type CoveragePart = (typeof coverageParts)[number]

/** How much of what was handed over was judged. */
export interface Coverage extends Record<CoveragePart, number> {
  /** Judged of handed over. */
  rate: Rate
}

export function createCoverage(): LeadCounter<Coverage> {
  let [judged, openedNotJudged, neverOpened] = [0, 0, 0]
  return {
    add(lead) {
      if (isOfCoverage(lead, 'judged')) judged += 1
      else if (isOfCoverage(lead, 'openedNotJudged')) openedNotJudged += 1
      else neverOpened += 1
    },
    counted() {
      const handedOver = judged + openedNotJudged + neverOpened
      return { handedOver, judged, openedNotJudged, neverOpened, rate: rateOf(judged, handedOver) }
    },
  }
}

/** Whether a lead is one of those a part of the coverage counts. */
export function isOfCoverage({ judgement, openedAt }: Joined, part: CoveragePart): boolean {
  switch (part) {
    case 'handedOver': return true
    case 'judged': return judgement !== undefined
    case 'openedNotJudged': return judgement === undefined && openedAt !== undefined
    case 'neverOpened': return judgement === undefined && openedAt === undefined
  }
}
