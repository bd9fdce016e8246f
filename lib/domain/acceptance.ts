import type { Judgement } from './judgement'
import type { VerdictValue } from './ledger'
import { newcombe, wilson, type Interval } from './statistics'

/** Below so many no rate is shown. */
export const fewestForARate = 20

/** A rate with its 95 % interval, or how many more are needed before there is one: no rate goes without its n. */
export type Rate = { known: true; rate: number; interval: Interval; n: number } | { known: false; needed: number; n: number }

export interface Acceptance {
  good: number
  notYet: number
  wrong: number
  /** Judged, and outside the rate. */
  cantTell: number
  /** All four. */
  judged: number
  /** Good of Good, Not yet and Wrong. */
  rate: Rate
}

/** Acceptance of judgements of which each lead has one (`latestPerLead`). */
export function acceptanceOf(judgements: readonly Pick<Judgement, 'verdict'>[]): Acceptance {
  const counts = noVerdicts()
  for (const { verdict } of judgements) countVerdict(counts, verdict)
  return toAcceptance(counts)
}

/** How many verdicts of each kind. */
export type VerdictCounts = Record<VerdictValue, number>

export function noVerdicts(): VerdictCounts {
  return { good: 0, not_yet: 0, wrong: 0, cant_tell: 0 }
}

/** Counts one more. Each kind by its name: one found by a name known only then takes several times as long, and there are a hundred thousand. */
export function countVerdict(counts: VerdictCounts, verdict: VerdictValue): void {
  switch (verdict) {
    case 'good': counts.good += 1; break
    case 'not_yet': counts.not_yet += 1; break
    case 'wrong': counts.wrong += 1; break
    case 'cant_tell': counts.cant_tell += 1; break
  }
}

export function toAcceptance({ good, not_yet: notYet, wrong, cant_tell: cantTell }: VerdictCounts): Acceptance {
  return { good, notYet, wrong, cantTell, judged: good + notYet + wrong + cantTell, rate: rateOf(good, good + notYet + wrong) }
}

/** So many successes of so many as a rate, where there are enough for one. */
export function rateOf(successes: number, n: number): Rate {
  if (n < fewestForARate) return { known: false, needed: fewestForARate - n, n }
  return { known: true, rate: successes / n, interval: wilson(successes, n), n }
}

export type Difference = { known: true; difference: number; interval: Interval } | { known: false }

/** How much more is accepted of the first than of the second, where both have enough for a rate. */
export function differenceOf(first: Acceptance, second: Acceptance): Difference {
  if (!first.rate.known || !second.rate.known) return { known: false }
  const interval = newcombe({ successes: first.good, n: first.rate.n }, { successes: second.good, n: second.rate.n })
  return { known: true, difference: first.rate.rate - second.rate.rate, interval }
}

/** Best first by the lower bound of the interval; what is too early to tell comes after, most judged first. */
export function byAcceptance(a: Acceptance, b: Acceptance): number {
  if (a.rate.known && b.rate.known) return b.rate.interval.low - a.rate.interval.low || b.rate.n - a.rate.n
  if (a.rate.known !== b.rate.known) return a.rate.known ? -1 : 1
  return b.rate.n - a.rate.n
}
