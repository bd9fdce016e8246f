import type { HandOver } from '../hand-over'
import type { LeadCounter } from './counter'

const hourMs = 3_600_000

/** Upper bounds of the distribution's steps, in elapsed hours; the last step is everything above. */
export const followUpSteps = [1, 4, 24, 72, 168] as const

export interface FollowUpTime {
  /** Leads handed over at a known moment and followed up at a known moment. */
  followedUp: number
  /** Handed over at a known moment and not followed up yet. */
  waiting: number
  /** Left out: moment of hand-over or of the first activity unknown. */
  unknown: number
  /** Hours within which half, and nine of ten, were followed up; absent while so many have not been. */
  medianHours?: number | undefined
  p90Hours?: number | undefined
  /** How many were followed up within each step of `followUpSteps`, and after the last. */
  steps: number[]
}

/**
 * Time from hand-over to the first sales activity. Leads still waiting count with the time they have waited so far (Kaplan and Meier, J. Am. Stat. Assoc. 53,
 * 1958), or yesterday's leads would make every team look slower, and leaving them out would make it look faster.
 */
export function createFollowUp(now: number): LeadCounter<FollowUpTime> {
  const done: number[] = []
  const waited: number[] = []
  const steps = [...followUpSteps.map(() => 0), 0]
  let unknown = 0
  return {
    add({ handOver }) {
      const { at, followedUpAt } = handOver
      if (!isTimed(handOver)) unknown += 1
      else if (followedUpAt === undefined) waited.push((now - at) / hourMs)
      else {
        const hours = (followedUpAt - at) / hourMs
        done.push(hours)
        steps[stepOf(hours)] = (steps[stepOf(hours)] ?? 0) + 1
      }
    },
    counted() {
      const [medianHours, p90Hours] = quantiles(ascending(done), ascending(waited), [0.5, 0.9])
      return { followedUp: done.length, waiting: waited.length, unknown, medianHours, p90Hours, steps }
    },
  }
}

/** Numbers in an array of their own kind sort fast, without asking which of two comes first. */
function ascending(numbers: readonly number[]): Float64Array {
  return Float64Array.from(numbers).sort()
}

/** What the numbers of `FollowUpTime` count; a number is the place of a step. */
export type FollowUpPart = 'followedUp' | 'waiting' | 'unknown' | number

/** Whether a lead is one of those a number counts. */
export function isOfFollowUp(handOver: HandOver, part: FollowUpPart): boolean {
  if (!isTimed(handOver)) return part === 'unknown'
  const { at, followedUpAt } = handOver
  if (followedUpAt === undefined) return part === 'waiting'
  return part === 'followedUp' || part === stepOf((followedUpAt - at) / hourMs)
}

function stepOf(hours: number): number {
  const step = followUpSteps.findIndex((bound) => hours <= bound)
  return step < 0 ? followUpSteps.length : step
}

function isTimed({ precision, unknown, followedUpAt, followUpExact }: HandOver): boolean {
  return precision === 'moment' && !unknown.includes('follow-up') && (followedUpAt === undefined || followUpExact === true)
}

/** The times at which the estimated share still waiting first falls to `1 - quantile`. Both ascending. */
function quantiles(done: Float64Array, left: Float64Array, wanted: readonly number[]): (number | undefined)[] {
  const found: (number | undefined)[] = wanted.map(() => undefined)
  let still = 1
  let gone = 0
  for (const [index, time] of done.entries()) {
    while (gone < left.length && (left[gone] ?? 0) < time) gone += 1
    still *= 1 - 1 / (done.length - index + left.length - gone)
    for (const [which, quantile] of wanted.entries()) if (found[which] === undefined && still <= 1 - quantile + 1e-12) found[which] = time
  }
  return found
}
