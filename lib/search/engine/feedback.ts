import { frequencyOf, inverseFrequency, type Collection } from './collection'
import type { Concept } from './concept'
import type { Found } from './score'

/**
 * Words the best documents share, as further concepts: pseudo-relevance feedback after RM3 (V. Lavrenko, W. B. Croft, SIGIR 2001;
 * N. Abdul-Jaleel et al., TREC 2004). A document speaks as loudly as its score; a word only one document holds says nothing; and short
 * documents, in which every word is there by chance, say less than long ones.
 */
export function feedbackConcepts(collection: Collection, best: readonly Found[], concepts: readonly Concept[]): Concept[] {
  const { documents, terms, weight, halfLength } = collection.settings.feedback
  const sums = new Map<string, { mass: number; documents: number }>()
  const speaking = best.slice(0, documents)
  const total = speaking.reduce((sum, { score }) => sum + score, 0)
  let average = 0
  for (const found of speaking) {
    const { counts, length } = wordCounts(collection, found)
    average += length / speaking.length
    for (const [stem, count] of counts) {
      const known = sums.get(stem) ?? { mass: 0, documents: 0 }
      known.mass += ((found.score / total) * count) / length
      known.documents += 1
      sums.set(stem, known)
    }
  }
  const chosen = [...sums].filter(([, one]) => one.documents > 1)
    .map(([stem, { mass }]) => ({ stem, mass, rarity: inverseFrequency(collection.size, frequencyOf(collection, stem)) }))
    .sort((a, b) => b.mass * b.rarity - a.mass * a.rarity || (a.stem < b.stem ? -1 : 1))
    .slice(0, terms)
  const mass = chosen.reduce((sum, one) => sum + one.mass, 0) || 1
  const share = (weight * average) / (average + halfLength)
  return chosen.map((one) => ({ forms: [{ stem: one.stem, factor: 1 }], weight: (share / (1 - share)) * (one.mass / mass) * concepts.length * one.rarity }))
}

function wordCounts(collection: Collection, { part, doc }: Found): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>()
  const segment = collection.parts[part]?.segment
  if (!segment) return { counts, length: 1 }
  const end = segment.wordStarts[doc + 1] ?? 0
  let length = 0
  for (let at = segment.wordStarts[doc] ?? 0; at < end; at += 1) {
    const stem = segment.stems[(segment.words[at] ?? 0) - 1]
    if (stem === undefined) continue
    length += 1
    counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return { counts, length: Math.max(1, length) }
}
