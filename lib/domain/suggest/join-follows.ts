import type { Learned } from '../learned'
import type { FollowCounter } from './follow-counts'
import type { TeamHistory } from './types'

/** Counts of two sources about different people, as one: sums, made when they are asked for. */
export function joinFollows(counter: Pick<FollowCounter, 'follows' | 'seen'>, learned: Learned): Required<Pick<TeamHistory, 'follows' | 'seen'>> {
  return {
    follows: {
      get(item) {
        const [evidence, touches] = [counter.follows.get(item), learned.get(item)]
        if (!touches) return evidence
        const sum = new Map(evidence)
        for (const [other, by] of Object.entries(touches.next)) sum.set(other, (sum.get(other) ?? 0) + by)
        return sum
      },
    },
    seen: {
      get(item) {
        const people = (counter.seen.get(item) ?? 0) + (learned.get(item)?.people ?? 0)
        return people === 0 ? undefined : people
      },
    },
  }
}
