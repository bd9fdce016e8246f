import { canSend } from '@/lib/domain/send-rules'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { SearchFilters, SearchHit } from '@/lib/domain/search-view'
import { fitOf } from '@/lib/domain/suggest/fit-signals'
import type { AppDeps } from './deps'
import type { RecordReader } from './open-record'

export interface SearchResult { hits: SearchHit[]; total: number; librarySize: number }

/** Searches the library for a rep: best match first, each with its fit to the person and with what stands against sending it. */
export async function searchAssets(
  deps: AppDeps, reader: RecordReader, input: { query: string; filters: SearchFilters; limit: number; ref?: RecordRef | undefined },
): Promise<SearchResult> {
  const [{ hits, total }, assets, facts] = await Promise.all([
    deps.search.search(input.query, input.filters, input.limit),
    deps.assets.all(),
    input.ref ? reader.facts(input.ref) : undefined,
  ])
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const now = deps.clock.now()
  const shown = hits.flatMap((hit) => {
    const asset = byId.get(hit.assetId)
    if (!asset) return []
    const allowed = canSend(asset, facts?.snapshot.person, 'copy', now)
    const fit = facts && fitOf(asset, facts.profile)
    return [{ asset, score: hit.score, terms: hit.terms, ...(fit ? { fit } : {}), ...(allowed.ok ? {} : { blocked: allowed.why }) }]
  })
  return { hits: shown, total, librarySize: assets.length }
}
