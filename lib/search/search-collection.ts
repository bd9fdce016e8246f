import type { SearchContext, SearchFilters } from '@/lib/domain/search-view'
import { blend } from './blend'
import type { Collection } from './engine/collection'
import { readQuery } from './engine/concepts'
import { fitsQuery } from './engine/fits-query'
import type { NameIndex } from './engine/names'
import { selectBest, type Found } from './engine/score'
import { rank } from './engine/search'
import { maskOf } from './facet-mask'

/** `fits`: it says enough of what was asked to be an answer, and not only something of it. */
export interface CollectionHit { key: string; score: number; terms: string[]; fits: boolean }
export interface CollectionHits { hits: CollectionHit[]; total: number }

/** `now` in epoch milliseconds; `names` are what the playbook and we call things. */
export interface CollectionQuery {
  query: string
  filters: SearchFilters
  limit: number
  now: number
  names?: NameIndex | undefined
  context?: SearchContext | undefined
}

const day = 86_400_000
const halfLifeDays = 180
/** Hits among which fit, favourites and recent use may reorder. */
const blended = 100

/** Answers one keystroke. With nothing asked everything is listed: what fits, is a favourite or was used lately first, then the newest. */
export function searchCollection(collection: Collection, { query, filters, limit, now, names, context }: CollectionQuery): CollectionHits {
  const allowed = collection.parts.map((part) => maskOf(part, filters, now))
  const { concepts, words, unknown } = readQuery(collection, query, names)
  const asked = query.trim() !== ''
  const wanted = Math.max(limit, blended)
  const { best, total } = asked ? rank(collection, concepts, wanted, allowed) : selectBest(collection, newestFirst(collection, now, context), wanted, allowed)
  blend(collection, best, context)
  const fits = (found: Found) => !asked || fitsQuery(collection, found, concepts, unknown)
  return { hits: best.slice(0, limit).map((found) => ({ key: keyOf(collection, found), score: found.score, terms: asked ? words : [], fits: fits(found) })), total }
}

function newestFirst({ parts }: Collection, now: number, context: SearchContext | undefined): Float32Array[] {
  return parts.map(({ segment }) => Float32Array.from(segment.keys, (key, doc) => {
    const age = Math.max(0, now - (segment.updatedAt[doc] ?? 0)) / day
    const known = (context?.favourites?.has(key) ? 1 : 0) + (context?.recent?.has(key) ? 0.5 : 0)
    return 0.01 + 0.5 ** (age / halfLifeDays) + known
  }))
}

function keyOf({ parts }: Collection, { part, doc }: Found): string {
  return parts[part]?.segment.keys[doc] ?? ''
}
