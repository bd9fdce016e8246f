import { describeProfile } from '@/lib/domain/profile'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { SearchContext, SearchFilters, SearchHit } from '@/lib/domain/search-view'
import { canSend } from '@/lib/domain/send-rules'
import { say, type Sentence } from '@/lib/domain/sentence'
import { fitOf } from '@/lib/domain/suggest/fit'
import type { AppDeps } from './deps'
import type { TeamHistorySource } from './team-history'

export interface SearchResult { hits: SearchHit[]; total: number; librarySize: number }

const favouriteMark = 'favourite-asset'
const recentMs = 30 * 86_400_000

/**
 * Searches the library for a rep: best match first, each with its fit to the person and with what stands against sending it. Reads only
 * what a keystroke needs: the person's copy, and the assets shown.
 */
export async function searchAssets(
  deps: AppDeps, history: TeamHistorySource, input: { query: string; filters: SearchFilters; limit: number; ref?: RecordRef | undefined },
): Promise<SearchResult> {
  const [snapshot, stored, favourites, recent, librarySize] = await Promise.all([
    input.ref && deps.snapshots.get(input.ref), deps.playbooks.current(), deps.marks.all(favouriteMark), recentlySent(deps, history), deps.staging.count(),
  ])
  const playbook = stored ?? deps.defaultPlaybook
  const profile = snapshot && describeProfile(snapshot.person, playbook)
  const context: SearchContext = { profile, playbook, favourites, recent }
  const { hits, total } = await deps.search.search(input.query, input.filters, input.limit, context)
  const found = new Map((await deps.assets.byIds(hits.map(({ assetId }) => assetId))).map((asset) => [asset.id, asset]))
  const now = deps.clock.now()
  const shown = hits.flatMap((hit) => {
    const asset = found.get(hit.assetId)
    if (!asset) return []
    const allowed = canSend(asset, snapshot?.person, 'copy', now)
    const fit = (profile && fitOf(asset, profile)) ?? usedBefore(asset.id, context)
    return [{ asset, score: hit.score, terms: hit.terms, ...(fit ? { fit } : {}), ...(allowed.ok ? {} : { blocked: allowed.why }) }]
  })
  return { hits: shown, total, librarySize }
}

/** Puts an asset among the favourites, or takes it out. */
export async function setFavourite(deps: Pick<AppDeps, 'marks' | 'clock'>, assetId: string, favourite: boolean): Promise<void> {
  const now = deps.clock.now()
  if (favourite) return deps.marks.add(favouriteMark, [assetId], now)
  const rest = [...await deps.marks.all(favouriteMark)].filter((id) => id !== assetId)
  await deps.marks.clear(favouriteMark)
  await deps.marks.add(favouriteMark, rest, now)
}

async function recentlySent(deps: AppDeps, history: TeamHistorySource): Promise<Set<string>> {
  const { events } = await history.current()
  const since = deps.clock.now() - recentMs
  return new Set(events.flatMap((event) => (event.type === 'send' && event.at >= since ? [event.assetId] : [])))
}

function usedBefore(assetId: string, { favourites, recent }: SearchContext): Sentence | undefined {
  if (favourites?.has(assetId)) return say('suggest.favourite')
  return recent?.has(assetId) ? say('suggest.recent') : undefined
}
