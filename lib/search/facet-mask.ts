import type { SearchFilters } from '@/lib/domain/search-view'
import { facetTag, openFacets, type Facet } from './asset-document'
import type { Part } from './engine/collection'
import { eachDocument } from './engine/segment'

const day = 86_400_000
const facets: readonly Facet[] = ['kinds', 'stages', 'personas', 'industries', 'products', 'languages', 'owners']

/** Which documents of a segment pass the filters; undefined where nothing is filtered. `now` in epoch milliseconds. */
export function maskOf({ segment }: Part, filters: SearchFilters, now: number): Uint8Array | undefined {
  const active = facets.filter((facet) => (filters[facet]?.length ?? 0) > 0)
  if (active.length === 0 && filters.freshDays === undefined) return undefined
  const passed = new Uint8Array(segment.keys.length)
  for (const [index, facet] of active.entries()) {
    const wanted = [...(filters[facet] ?? []), ...(openFacets.has(facet) ? [''] : [])]
    const reached = index
    for (const value of wanted) eachDocument(segment, facetTag(facet, value), (doc) => { if (passed[doc] === reached) passed[doc] = reached + 1 })
  }
  const since = filters.freshDays === undefined ? -Infinity : now - filters.freshDays * day
  for (let doc = 0; doc < passed.length; doc += 1) passed[doc] = passed[doc] === active.length && (segment.freshAt[doc] ?? 0) >= since ? 1 : 0
  return passed
}
