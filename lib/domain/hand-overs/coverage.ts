import { rateOf, type Rate } from '../acceptance'
import type { Joined } from './joined'

/** The three below the first add up to it. `neverOpened`: no rep is known to have opened it. */
export const coverageParts = ['handedOver', 'judged', 'openedNotJudged', 'neverOpened'] as const
export type CoveragePart = (typeof coverageParts)[number]

/** How much of what was handed over was judged. */
export interface Coverage extends Record<CoveragePart, number> {
  /** Judged of handed over. */
  rate: Rate
}

/** Coverage of the leads handed over; `undefined` stands for a rule nobody has set yet, and is never a full or an empty coverage. */
export function coverageOfHandOvers(joined: readonly Joined[] | undefined): Coverage | undefined {
  if (joined === undefined) return undefined
  const count = (part: CoveragePart) => joined.filter((lead) => isOfCoverage(lead, part)).length
  const [handedOver, judged] = [joined.length, count('judged')]
  return { handedOver, judged, openedNotJudged: count('openedNotJudged'), neverOpened: count('neverOpened'), rate: rateOf(judged, handedOver) }
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
