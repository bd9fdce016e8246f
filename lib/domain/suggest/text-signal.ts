import { say } from '../sentence'
import { consumedBy, type Consumed } from './consumed'
import { rarity, type PreparedLibrary } from './prepared-library'
import { silent, type Signal } from './signal'
import { subjectTerms } from './terms'

const k1 = 1.2
const b = 0.6
const stepDecay = 0.7
/** Relevance from which the signal speaks at full strength, in rarities of matched terms: one shared word is no reason. */
const fullStrength = 6
/** Stories up to which what is close to all of them together is close to the person; broader interests say less about one asset. */
const focusedStories = 6

/** Closeness of an asset's words to those of what was consumed: BM25 with the stories as the query, recent and deep ones louder. */
export const textSignal: Signal = {
  name: 'text',
  weight: 1,
  prepare({ stories }, library) {
    const read = consumedBy(stories, stepDecay)
    if (read.length === 0) return silent
    const scores = relevance(library, queryOf(library, read))
    const best = scores.reduce((most, score) => Math.max(most, score), 0)
    if (best === 0) return silent
    const scale = Math.max(best, fullStrength * (read[0]?.weight ?? 1)) / Math.min(1, focusedStories / breadth(read))
    return {
      value: (_, index) => (scores[index] ?? 0) / scale,
      explain(_, index) {
        if ((scores[index] ?? 0) / scale < 0.1) return {}
        const nearest = closest(library, index, read)
        return nearest ? { why: say('suggest.text', nearest.story.title) } : {}
      },
    }
  },
}

function termsOf(library: PreparedLibrary, { story }: Consumed): readonly string[] {
  const place = story.assetId === undefined ? undefined : library.place.get(story.assetId)
  return place === undefined ? subjectTerms(`${story.title} ${story.title}`) : library.terms(place)
}

/** Terms of the stories, each story's weight spread over its own terms. */
function queryOf(library: PreparedLibrary, read: readonly Consumed[]): Map<string, number> {
  const query = new Map<string, number>()
  for (const consumed of read) {
    if (consumed.weight < 0.005) continue
    for (const term of new Set(termsOf(library, consumed))) query.set(term, (query.get(term) ?? 0) + consumed.weight)
  }
  return query
}

function relevance(library: PreparedLibrary, query: ReadonlyMap<string, number>): Float64Array {
  const scores = new Float64Array(library.size)
  for (const [term, weight] of query) {
    const postings = library.postings.get(term)
    if (!postings) continue
    const worth = weight * rarity(library, term) * (k1 + 1)
    for (let at = 0; at < postings.assets.length; at += 1) {
      const index = postings.assets[at] ?? 0
      const count = postings.counts[at] ?? 0
      scores[index] = (scores[index] ?? 0) + (worth * count) / (count + k1 * (1 - b + (b * (library.lengths[index] ?? 0)) / library.averageLength))
    }
  }
  return scores
}

/** Effective number of stories: (Σ weight)² / Σ weight². */
function breadth(read: readonly Consumed[]): number {
  let [sum, squares] = [0, 0]
  for (const { weight } of read) {
    sum += weight
    squares += weight * weight
  }
  return squares === 0 ? 1 : (sum * sum) / squares
}

/** The consumed item that shares most with the asset. */
function closest(library: PreparedLibrary, index: number, read: readonly Consumed[]): Consumed | undefined {
  const own = new Set(library.terms(index))
  let best: { consumed: Consumed; shared: number } | undefined
  for (const consumed of read) {
    let shared = 0
    for (const term of new Set(termsOf(library, consumed))) if (own.has(term)) shared += rarity(library, term)
    shared *= consumed.weight
    if (shared > (best?.shared ?? 0)) best = { consumed, shared }
  }
  return best?.consumed
}
