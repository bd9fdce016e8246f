import type { Collection, Part } from './collection'
import type { Concept } from './concept'
import { frequencyScale, stemNumber } from './segment'

/** A document by its segment and its number there. */
export interface Found { part: number; doc: number; score: number }

/**
 * BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework", 2009) over field-weighted frequencies, one array of
 * scores a segment. Contributions add up: no factor for the number of words matched.
 */
export function scoreAll(collection: Collection, concepts: readonly Concept[]): Float32Array[] {
  return collection.parts.map((part) => {
    const scores = new Float32Array(part.segment.keys.length)
    for (const concept of concepts) addConcept(collection, part, concept, scores)
    return scores
  })
}

function addConcept({ settings: { k1 } }: Collection, { segment, norms }: Part, { forms, weight }: Concept, scores: Float32Array): void {
  const best = forms.length > 1 ? new Float32Array(scores.length) : undefined
  const { starts, docs, frequencies } = segment
  for (const { stem, factor } of forms) {
    const number = stemNumber(segment, stem)
    if (number < 0) continue
    const end = starts[number + 1] ?? 0
    const worth = weight * factor * (k1 + 1)
    for (let at = starts[number] ?? 0; at < end; at += 1) {
      const doc = docs[at] ?? 0
      const frequency = (frequencies[at] ?? 0) / frequencyScale
      const points = (worth * frequency) / (frequency + (norms[doc] ?? 0))
      if (!best) scores[doc] = (scores[doc] ?? 0) + points
      else if (points > (best[doc] ?? 0)) {
        scores[doc] = (scores[doc] ?? 0) + points - (best[doc] ?? 0)
        best[doc] = points
      }
    }
  }
}

/** The best documents, best first; equal scores in the order they were added. `allowed` may leave documents out. */
export function selectBest(collection: Collection, scores: readonly Float32Array[], limit: number, allowed?: readonly (Uint8Array | undefined)[]): { best: Found[]; total: number } {
  const best: Found[] = []
  let total = 0
  let floor = 0
  for (const [part, { alive }] of collection.parts.entries()) {
    const own = scores[part] ?? new Float32Array()
    const open = allowed?.[part]
    for (let doc = 0; doc < own.length; doc += 1) {
      const score = own[doc] ?? 0
      if (score <= 0 || !alive[doc] || (open && !open[doc])) continue
      total += 1
      if (score <= floor && best.length >= limit) continue
      best.push({ part, doc, score })
      if (best.length >= limit * 2) floor = cut(best, limit)
    }
  }
  cut(best, limit)
  return { best, total }
}

/** Keeps the best of the list, sorted; returns the lowest score kept. */
function cut(best: Found[], limit: number): number {
  best.sort((a, b) => b.score - a.score || a.part - b.part || a.doc - b.doc)
  best.length = Math.min(best.length, limit)
  return best.length < limit ? 0 : (best.at(-1)?.score ?? 0)
}
