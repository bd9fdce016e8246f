import { frequencyOf, inverseFrequency, type Collection } from './collection'
import type { Concept } from './concept'
import { feedbackConcepts } from './feedback'
import { addProximity } from './proximity'
import { scoreAll, selectBest, type Found } from './score'

/** Documents whose order the neighbourhood of words decides. */
const reranked = 100

export interface Ranking { best: Found[]; total: number }

/** Ranks by what the concepts say; longer queries learn from their own best documents. */
export function rank(collection: Collection, concepts: readonly Concept[], limit: number, allowed?: readonly (Uint8Array | undefined)[]): Ranking {
  const { feedback } = collection.settings
  const scores = scoreAll(collection, concepts)
  if (concepts.length >= feedback.fromWords && feedback.weight > 0) {
    const first = selectBest(collection, scores, Math.max(reranked, feedback.documents)).best
    addProximity(collection, first, concepts)
    const further = scoreAll(collection, feedbackConcepts(collection, first, concepts))
    for (const [part, own] of scores.entries()) for (let doc = 0; doc < own.length; doc += 1) own[doc] = (own[doc] ?? 0) + (further[part]?.[doc] ?? 0)
  }
  const { best, total } = selectBest(collection, scores, Math.max(limit, reranked), allowed)
  const head = best.slice(0, reranked)
  addProximity(collection, head, concepts)
  return { best: [...head, ...best.slice(reranked)].slice(0, limit), total }
}

/** Weighs forms by how rare they are together. */
export function toConcept(collection: Collection, forms: Concept['forms'], importance = 1): Concept {
  const frequency = forms.reduce((sum, { stem }) => sum + frequencyOf(collection, stem), 0)
  return { forms, weight: importance * inverseFrequency(collection.size, frequency) }
}
