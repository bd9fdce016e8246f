import FlexSearch from 'flexsearch'
import MiniSearch from 'minisearch'
import { atOnce } from '@/lib/domain/in-slices'
import { buildSegment } from '@/lib/search/engine/build-segment'
import { createCollection, defaultSettings, type RankSettings } from '@/lib/search/engine/collection'
import { readQuery } from '@/lib/search/engine/concepts'
import { rank } from '@/lib/search/engine/search'
import { assetFieldWeights } from '@/lib/search/asset-document'
import { english } from '@/lib/search/text/english'
import { tokens } from '@/lib/search/text/tokens'
import type { SearchDocument } from './data.ts'

export interface Engine { name: string; build(docs: readonly SearchDocument[]): Ask }
/** Ids of all documents found, best first. */
export type Ask = (query: string, limit: number) => string[]

const [title = 1, , body = 1] = assetFieldWeights

/** The product's own code, a document's title and body in the fields of an asset's title and abstract. */
export function leadside(name = 'leadside', settings: RankSettings = defaultSettings, fieldWeights: readonly number[] = [title, body]): Engine {
  return {
    name,
    build(docs) {
      const segment = atOnce(buildSegment(docs.map((doc) => ({ key: doc.id, language: 'en', fields: [doc.title, doc.body], tags: [], updatedAt: 0, freshAt: 0 })), fieldWeights))
      const collection = createCollection([{ segment }], settings)
      return (query, limit) => rank(collection, readQuery(collection, query).concepts, limit).best.map(({ doc }) => segment.keys[doc] ?? '')
    },
  }
}

const off = { ...defaultSettings.feedback, weight: 0 }

/** Plain BM25 as libraries have it: k1 1.2, b 0.75, Porter, stop words, all words alike. */
export const plainBm25 = leadside('plain BM25', { ...defaultSettings, k1: 1.2, b: 0.75, proximity: 0, feedback: off }, [1, 1])

/** The product without one of its parts. */
export const reduced: readonly Engine[] = [
  leadside('without feedback', { ...defaultSettings, feedback: off }), leadside('without neighbours', { ...defaultSettings, proximity: 0 }),
  leadside('without field weights', defaultSettings, [1, 1]),
]

const stemmed = (text: string) => tokens(text).filter((word) => !english.stops.has(word)).map(english.stem)
const processTerm = (term: string) => {
  const [word] = tokens(term)
  return word === undefined || english.stops.has(word) ? null : english.stem(word)
}

function miniSearch(name: string, options: Partial<ConstructorParameters<typeof MiniSearch<SearchDocument>>[0]>, divide = false): Engine {
  return {
    name,
    build(docs) {
      const index = new MiniSearch<SearchDocument>({ fields: ['title', 'body'], ...options })
      index.addAll(docs)
      return (query, limit) => {
        const found = index.search(query).map(({ id, score, queryTerms }) => ({ id: String(id), score: divide ? score / Math.max(1, queryTerms.length) : score }))
        return (divide ? found.sort((a, b) => b.score - a.score) : found).slice(0, limit).map(({ id }) => id)
      }
    },
  }
}

export const miniSearchDefault = miniSearch('MiniSearch default', {})
export const miniSearchStemmed = miniSearch('MiniSearch, Porter, stop words', { processTerm })
export const miniSearchDivided = miniSearch('the same ÷ matched terms', { processTerm, searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } } }, true)
/** What a search box needs: prefixes and slips. */
export const miniSearchBox = miniSearch('MiniSearch, prefix and fuzzy', { processTerm, searchOptions: { prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), boost: { title: 2 } } })

export const flexSearch: Engine = {
  name: 'FlexSearch, Porter, stop words',
  build(docs) {
    const index = new FlexSearch.Index({ tokenize: 'strict', resolution: 9, encode: stemmed })
    docs.forEach((doc, number) => index.add(number, `${doc.title} ${doc.body}`))
    return (query, limit) => index.search(query, { limit, suggest: true }).map((number) => docs[Number(number)]?.id ?? '')
  },
}
export const flexSearchBox: Engine = {
  name: 'FlexSearch, prefix',
  build(docs) {
    const index = new FlexSearch.Index({ tokenize: 'forward', resolution: 9 })
    docs.forEach((doc, number) => index.add(number, `${doc.title} ${doc.body}`))
    return (query, limit) => index.search(query, { limit, suggest: true }).map((number) => docs[Number(number)]?.id ?? '')
  },
}
