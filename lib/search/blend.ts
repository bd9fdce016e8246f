import type { SearchContext } from '@/lib/domain/search-view'
import { facetTag, type Facet } from './asset-document'
import type { Collection } from './engine/collection'
import type { Found } from './engine/score'
import { holds, type Segment } from './engine/segment'

/** How much one facet that fits, or does not, moves a hit; and what being a favourite or lately used is worth. */
const shares = { stages: 0.06, personas: 0.06, industries: 0.1, languages: 0.08 } as const
const favouriteShare = 0.2
const recentShare = 0.1

/** Lifts hits that fit the person in front, are favourites or were used lately; sorts anew. Relevance stays in charge: it is multiplied, by 0.7 to 1.6. */
export function blend(collection: Collection, best: Found[], context: SearchContext | undefined): void {
  if (!context) return
  for (const found of best) {
    const segment = collection.parts[found.part]?.segment
    if (segment) found.score *= 1 + bonus(segment, found.doc, context)
  }
  best.sort((a, b) => b.score - a.score || a.part - b.part || a.doc - b.doc)
}

function bonus(segment: Segment, doc: number, { profile, favourites, recent }: SearchContext): number {
  const key = segment.keys[doc] ?? ''
  const fits = (facet: Facet, value: string | undefined) => {
    if (value === undefined || holds(segment, facetTag(facet, ''), doc)) return 0
    return holds(segment, facetTag(facet, value), doc) ? 1 : -0.5
  }
  return shares.stages * fits('stages', profile?.stage) + shares.personas * fits('personas', profile?.persona)
    + shares.industries * fits('industries', profile?.industry) + shares.languages * fits('languages', profile?.language?.slice(0, 2))
    + (favourites?.has(key) ? favouriteShare : 0) + (recent?.has(key) ? recentShare : 0)
}
