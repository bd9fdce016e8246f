import type { FollowCounts } from './types'

/** Counts who consumed what after what, person by person. Only the counts come out. */
export interface FollowCounter {
  /** The person consumed the item; moments in any order. Items of one moment follow each other both ways. */
  consumed(person: string, item: string, at: number): void
  follows: FollowCounts
  seen: { get(item: string): number | undefined }
}

export interface FollowRules {
  /** What a following item counts for each further moment between. */
  stepDecay: number
  /** What an item consumed before counts, against 1 for one consumed after. */
  backward: number
  /** Moments apart from which items have nothing to do with each other. */
  reach: number
}

export const defaultFollowRules: FollowRules = { stepDecay: 0.95, backward: 0.7, reach: 40 }

/** What one person consumed, in order of its moments. */
export interface Path { items: string[]; moments: number[] }

/**
 * Keeps what each person consumed and counts on request: a library has far more pairs of items than anybody ever asks for. A count is a
 * sum over people, each adding at most 1.
 */
export function createFollowCounter(rules: FollowRules = defaultFollowRules): FollowCounter {
  const paths = new Map<string, Path>()
  const readers = new Map<string, Set<Path>>()

  return {
    consumed(person, item, at) {
      const path = paths.get(person) ?? { items: [], moments: [] }
      paths.set(person, path)
      const known = readers.get(item) ?? new Set()
      readers.set(item, known)
      if (known.has(path)) return
      known.add(path)
      let place = path.moments.length
      while (place > 0 && (path.moments[place - 1] ?? 0) > at) place -= 1
      path.items.splice(place, 0, item)
      path.moments.splice(place, 0, at)
    },
    seen: { get: (item) => readers.get(item)?.size },
    follows: {
      get(item) {
        const paths = readers.get(item)
        if (!paths) return undefined
        const counts = new Map<string, number>()
        for (const path of paths) countAround(path, item, rules, counts)
        return counts
      },
    },
  }
}

/** Adds what one person consumed around an item. Who consumed many things says less about each: a person's say is divided by the square root of their number. */
export function countAround({ items, moments }: Path, item: string, { stepDecay, backward, reach }: FollowRules, counts: Map<string, number>): void {
  const own = items.indexOf(item)
  let [from, to] = [own, own]
  for (let steps = 0; from > 0 && steps <= reach; from -= 1) if (moments[from - 1] !== moments[from] && (steps += 1) > reach) break
  for (let steps = 0; to < items.length - 1 && steps <= reach; to += 1) if (moments[to + 1] !== moments[to] && (steps += 1) > reach) break
  const say = 1 / Math.sqrt(Math.max(1, to - from))
  for (const [direction, end] of [[1, to], [-1, from]] as const) {
    let steps = 0
    for (let at = own + direction; direction === 1 ? at <= end : at >= end; at += direction) {
      if (moments[at] !== moments[at - direction]) steps += 1
      const other = items[at] ?? ''
      const worth = steps === 0 ? say : say * stepDecay ** (steps - 1) * (direction === 1 ? 1 : backward)
      counts.set(other, (counts.get(other) ?? 0) + worth)
    }
  }
}
