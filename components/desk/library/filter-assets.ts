import type { Asset } from '@/lib/domain/asset'
import { isUsable } from '@/lib/domain/library-matrix'

/** `current` is everything that is not archived, `usable` what a rep could send today. */
export interface AssetFilter { text: string; kind: string; stage: string; persona: string; industry: string; status: 'current' | 'usable' | Asset['status'] | 'all' }

export const assetStatuses = ['current', 'usable', 'approved', 'draft', 'archived', 'all'] as const satisfies readonly AssetFilter['status'][]

export const emptyFilter: AssetFilter = { text: '', kind: '', stage: '', persona: '', industry: '', status: 'current' }

/** The filter an address asks for. */
export function filterFrom(query: URLSearchParams): AssetFilter {
  const text = (name: 'stage' | 'persona' | 'industry') => query.get(name) ?? ''
  return { ...emptyFilter, stage: text('stage'), persona: text('persona'), industry: text('industry'), status: assetStatuses.find((status) => status === query.get('status')) ?? 'current' }
}

/**
 * Every word has to stand somewhere in the title, abstract, topics or owner. An asset that names no stage, persona or industry is for all of
 * them, as in the search.
 */
export function filterAssets(assets: readonly Asset[], filter: AssetFilter, now: number): Asset[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const isFor = (wanted: string, own: readonly string[]) => wanted === '' || own.length === 0 || own.includes(wanted)
  return assets.filter((asset) => {
    if (!hasStatus(asset, filter.status, now)) return false
    if (filter.kind !== '' && asset.kind !== filter.kind) return false
    if (!isFor(filter.stage, asset.stages) || !isFor(filter.persona, asset.personas) || !isFor(filter.industry, asset.industries)) return false
    const text = words.length === 0 ? '' : [asset.title, asset.abstract, asset.owner ?? '', ...asset.topics].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function hasStatus(asset: Asset, wanted: AssetFilter['status'], now: number): boolean {
  if (wanted === 'all') return true
  if (wanted === 'usable') return isUsable(asset, now)
  return wanted === 'current' ? asset.status !== 'archived' : asset.status === wanted
}
