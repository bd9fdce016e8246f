import MiniSearch from 'minisearch'
import { stemmer } from 'stemmer'
import type { Asset } from '@/lib/domain/asset'
import type { SearchFilters } from '@/lib/domain/search-view'

export interface LibraryIndexDeps {
  assets: { all(): Promise<Asset[]> }
  now(): number
}

export interface LibraryIndex {
  search(query: string, filters: SearchFilters, limit: number): Promise<{ hits: { assetId: string; score: number; terms: string[] }[]; total: number }>
  changed(put: Asset[], removed: string[]): Promise<void>
}

const day = 86_400_000

/** The whole library, searched at every keystroke; built on first use and kept in step with changes. */
export function createLibraryIndex(deps: LibraryIndexDeps): LibraryIndex {
  let built: Promise<{ index: MiniSearch; assets: Map<string, Asset> }> | undefined

  function ready() {
    built ??= deps.assets.all().then((list) => {
      const index = new MiniSearch({
        fields: ['title', 'abstract', 'topics', 'body'],
        processTerm: (term) => stemmer(term.toLowerCase()),
        extractField: (asset: Asset, field) => (field === 'topics' ? asset.topics.join(' ') : ((asset as Record<string, unknown>)[field] as string | undefined) ?? ''),
        searchOptions: { boost: { title: 3, topics: 2 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
      })
      index.addAll(list)
      return { index, assets: new Map(list.map((asset) => [asset.id, asset])) }
    })
    return built
  }

  return {
    async search(query, filters, limit) {
      const { index, assets } = await ready()
      const allowed = (id: string) => matches(assets.get(id), filters, deps.now())
      const found = query.trim() === ''
        ? [...assets.values()].sort((a, b) => b.updatedAt - a.updatedAt).map(({ id }) => ({ assetId: id, score: 0, terms: [] as string[] }))
        : index.search(query).map(({ id, score, terms }) => ({ assetId: String(id), score, terms }))
      const hits = found.filter((hit) => allowed(hit.assetId))
      return { hits: hits.slice(0, limit), total: hits.length }
    },

    async changed(put, removed) {
      if (!built) return
      const { index, assets } = await built
      for (const id of [...removed, ...put.map((asset) => asset.id)]) {
        if (!assets.delete(id)) continue
        index.discard(id)
      }
      for (const asset of put) {
        assets.set(asset.id, asset)
        index.add(asset)
      }
    },
  }
}

function matches(asset: Asset | undefined, filters: SearchFilters, now: number): boolean {
  if (!asset || asset.status === 'archived') return false
  const any = (wanted: string[] | undefined, has: readonly string[]) => !wanted || wanted.length === 0 || has.length === 0 || wanted.some((one) => has.includes(one))
  const one = (wanted: string[] | undefined, has: string | undefined) => !wanted || wanted.length === 0 || (has !== undefined && wanted.includes(has))
  return one(filters.kinds, asset.kind) && any(filters.stages, asset.stages) && any(filters.personas, asset.personas) && any(filters.industries, asset.industries)
    && any(filters.products, asset.products) && one(filters.languages, asset.language) && one(filters.owners, asset.owner)
    && (filters.freshDays === undefined || Math.max(asset.updatedAt, asset.verifiedAt ?? 0) >= now - filters.freshDays * day)
}
