import type { Asset } from '@/lib/domain/asset'
import type { Person, Profile } from '@/lib/domain/person'
import { describeProfile } from '@/lib/domain/profile'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { SearchContext, SearchFilters, SearchHit } from '@/lib/domain/search-view'
import { canSend } from '@/lib/domain/send-rules'
import { say, type Sentence } from '@/lib/domain/sentence'
import { fitOf } from '@/lib/domain/suggest/fit'
import type { AppDeps } from './deps'
import { favouriteIds, recentIds } from './handy-assets'

/** `fitting`: how many of the hits answer what was asked and can be used. */
export interface SearchResult { hits: SearchHit[]; total: number; fitting: number }

/**
 * Searches the library for a rep: best match first, each with its fit to the person and with what stands against sending it. Reads only
 * what a keystroke needs: the person's copy, and the assets shown.
 */
export async function searchAssets(deps: AppDeps, input: { query: string; filters: SearchFilters; limit: number; ref?: RecordRef | undefined }): Promise<SearchResult> {
  const [about, favourites, recent] = await Promise.all([describe(deps, input.ref), favouriteIds(deps), recentIds(deps)])
  const context: SearchContext = { ...about, favourites: new Set(favourites), recent: new Set(recent) }
  const { hits, total } = await deps.search.search(input.query, input.filters, input.limit, context)
  const assets = await readAssets(deps, hits.map(({ assetId }) => assetId))
  const now = deps.clock.now()
  const shown = hits.flatMap(({ assetId, score, terms, fits }) => {
    const asset = assets.get(assetId)
    return asset ? [{ fits, shown: toHit(asset, { score, terms }, { ...about, context, now }) }] : []
  })
  const fitting = shown.filter((each) => each.fits && (each.shown.blocked === undefined || each.shown.asset.body !== undefined)).length
  return { hits: shown.map((each) => each.shown), total, fitting }
}

/** What a rep wants without asking: favourites, and what they used lately, each once. */
export async function handyAssets(deps: AppDeps, ref: RecordRef | undefined): Promise<{ favourites: SearchHit[]; recent: SearchHit[] }> {
  const [about, favourites, recent] = await Promise.all([describe(deps, ref), favouriteIds(deps), recentIds(deps)])
  const now = deps.clock.now()
  const assets = await readAssets(deps, [...favourites, ...recent])
  const shown = (ids: readonly string[]) => ids.flatMap((id) => {
    const asset = assets.get(id)
    return asset && asset.status !== 'archived' ? [toHit(asset, { score: 0, terms: [] }, { ...about, now })] : []
  })
  return { favourites: shown(favourites), recent: shown(recent.filter((id) => !favourites.includes(id))) }
}

/** In one reading: a keystroke shows twenty. */
async function readAssets({ assets }: AppDeps, ids: readonly string[]): Promise<ReadonlyMap<string, Asset>> {
  return new Map((await assets.byIds([...new Set(ids)])).map((asset) => [asset.id, asset]))
}

async function describe(deps: AppDeps, ref: RecordRef | undefined) {
  const [snapshot, stored] = await Promise.all([ref && deps.snapshots.get(ref), deps.playbooks.current()])
  const playbook = stored ?? deps.defaultPlaybook
  return { playbook, person: snapshot?.person, profile: snapshot && describeProfile(snapshot.person, playbook) }
}

interface About { person?: Person | undefined; profile?: Profile | undefined; context?: SearchContext; now: number }

function toHit(asset: Asset, found: Pick<SearchHit, 'score' | 'terms'>, { person, profile, context, now }: About): SearchHit {
  const allowed = canSend(asset, person, 'copy', now)
  const fit = (profile && fitOf(asset, profile)) ?? (context && usedBefore(asset.id, context))
  return { asset, ...found, ...(fit ? { fit } : {}), ...(allowed.ok ? {} : { blocked: allowed.why }) }
}

function usedBefore(assetId: string, { favourites, recent }: SearchContext): Sentence | undefined {
  if (favourites?.has(assetId)) return say('suggest.favourite')
  return recent?.has(assetId) ? say('suggest.recent') : undefined
}
