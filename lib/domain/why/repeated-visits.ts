import { say } from '../sentence'
import type { TouchKind } from '../touch'
import { daysSince, factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

interface RepeatedVisits {
  name: string
  kind: TouchKind
  /** Weight of one visit just now. */
  weight: number
  /** Catalogue entries: `$1` is the span, in `times` `$1` is the number and `$2` the span. */
  once: string
  twice: string
  times: string
}

const halfLifeDays = 14
const perFurtherVisit = 0.03

/**
 * Visits of a kind that shows intent, in the last 30 days: `weight × 2^(−age of the newest / 14 days)`, and 0.03 more for each
 * further visit up to 0.09; never above 1. The sentence counts and names the span they happened in.
 */
export function repeatedVisits({ name, kind, weight, once, twice, times }: RepeatedVisits): FactorRule {
  return ({ touches, now }) => {
    const visits = touches.filter((touch) => touch.kind === kind && isRecent(touch, now))
    const [newest] = visits
    const oldest = visits.at(-1)
    if (!newest || !oldest) return undefined
    const days = { days: daysSince(oldest.at, now) }
    const sentence = visits.length === 1 ? say(once, days) : visits.length === 2 ? say(twice, days) : say(times, visits.length, days)
    const strength = weight * faded(newest.at, now, halfLifeDays) + perFurtherVisit * Math.min(3, visits.length - 1)
    return factorOf(name, Math.min(1, strength), sentence, visits)
  }
}
