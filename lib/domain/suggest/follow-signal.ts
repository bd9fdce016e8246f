import { say } from '../sentence'
import { consumedBy } from './consumed'
import { silent, type Signal } from './signal'

const stepDecay = 0.8
/** Added to every count of people, so that two who agree by chance prove nothing. */
const shrink = 2
/** Evidence at which the signal speaks with half its strength, in people. */
const halfStrength = 1.5

/**
 * What people who consumed the same went on to: item to item, cosine over counts of people with shrinkage (B. Sarwar et al., WWW 2001),
 * summed over this person's story, recent items louder.
 */
export const followSignal: Signal = {
  name: 'follow',
  weight: 1.6,
  prepare({ stories, history }, library) {
    const scores = new Float64Array(library.size)
    const strongest = new Map<number, { title: string; part: number }>()
    let people = 0
    for (const { story, key, weight } of consumedBy(stories, stepDecay)) {
      const next = history.follows.get(key) ?? (key === story.key ? undefined : history.follows.get(story.key))
      if (!next || weight < 0.005) continue
      const own = Math.sqrt((history.seen?.get(key) ?? highest(next)) + shrink)
      for (const [other, count] of next) {
        const place = library.place.get(other)
        if (place === undefined) continue
        const part = (weight * count) / own / Math.sqrt((history.seen?.get(other) ?? count) + shrink)
        scores[place] = (scores[place] ?? 0) + part
        people = Math.max(people, count)
        if (part > (strongest.get(place)?.part ?? 0)) strongest.set(place, { title: story.title, part })
      }
    }
    const best = scores.reduce((most, score) => Math.max(most, score), 0)
    if (best === 0) return silent
    const strength = people / (people + halfStrength) / best
    return {
      value: (_, index) => (scores[index] ?? 0) * strength,
      explain(_, index) {
        const cause = strongest.get(index)
        return cause && (scores[index] ?? 0) * strength > 0.05 ? { why: say('suggest.follow', cause.title) } : {}
      },
    }
  },
}

function highest(counts: ReadonlyMap<string, number>): number {
  let most = 0
  for (const count of counts.values()) most = Math.max(most, count)
  return most
}
