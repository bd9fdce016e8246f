import type { Collection } from './collection'
import type { Concept } from './concept'
import type { Found } from './score'
import { stemNumber } from './segment'

/** Words apart up to which two neighbours of the query still count as near. */
const window = 8

/**
 * Adds to each document what its words' order says: neighbours of the query that stand next to each other in the text count
 * full, those within eight words half (sequential dependence, D. Metzler, W. B. Croft, SIGIR 2005). Sorts anew.
 */
export function addProximity(collection: Collection, best: Found[], concepts: readonly Concept[]): void {
  const { proximity, k1 } = collection.settings
  if (proximity === 0 || concepts.length < 2) return
  const numbers = collection.parts.map(({ segment }) => {
    const byStem = new Map<number, number>()
    for (const [place, { forms }] of concepts.entries()) {
      for (const { stem } of forms) {
        const number = stemNumber(segment, stem)
        if (number >= 0 && !byStem.has(number + 1)) byStem.set(number + 1, place)
      }
    }
    return byStem
  })
  for (const found of best) found.score += proximity * nearness(collection, found, concepts, numbers[found.part] ?? new Map(), k1)
  best.sort((a, b) => b.score - a.score || a.part - b.part || a.doc - b.doc)
}

function nearness(collection: Collection, { part, doc }: Found, concepts: readonly Concept[], places: ReadonlyMap<number, number>, k1: number): number {
  const segment = collection.parts[part]?.segment
  if (!segment) return 0
  const near = new Float32Array(concepts.length)
  const last = new Int32Array(concepts.length).fill(-window - 1)
  const end = segment.wordStarts[doc + 1] ?? 0
  for (let at = segment.wordStarts[doc] ?? 0; at < end; at += 1) {
    const place = places.get(segment.words[at] ?? 0)
    if (place === undefined) continue
    if (place > 0) {
      const apart = at - (last[place - 1] ?? 0)
      if (apart <= window) near[place] = (near[place] ?? 0) + (apart === 1 ? 1 : 0.5)
    }
    const after = at - (last[place + 1] ?? -window - 1)
    if (place + 1 < concepts.length && after <= window) near[place + 1] = (near[place + 1] ?? 0) + 0.5
    last[place] = at
  }
  let sum = 0
  for (let place = 1; place < near.length; place += 1) {
    const count = near[place] ?? 0
    const weight = ((concepts[place - 1]?.weight ?? 0) + (concepts[place]?.weight ?? 0)) / 2
    sum += (weight * count * (k1 + 1)) / (count + k1)
  }
  return sum
}
