import type { Asset } from '@/lib/domain/asset'
import type { IndexedDocument } from './engine/build-segment'

/** How much a word counts in title, topics, abstract and body. */
export const assetFieldWeights = [2.5, 2, 1, 0.5]

/** Facets of an asset and the names their tags begin with. */
export const facetTags = { kinds: 'kind', stages: 'stage', personas: 'persona', industries: 'industry', products: 'product', languages: 'language', owners: 'owner' } as const
export type Facet = keyof typeof facetTags

/** Facets an asset may leave open; then it is for everybody and passes every filter. */
export const openFacets: ReadonlySet<Facet> = new Set<Facet>(['stages', 'personas', 'industries', 'products'])

export function facetTag(facet: Facet, value: string): string {
  return `${facetTags[facet]}:${value}`
}

/** An asset as the index reads it. */
export function toDocument(asset: Asset): IndexedDocument {
  const tags = (facet: Facet, values: readonly string[]) => (values.length === 0 ? [''] : values).map((value) => facetTag(facet, value))
  return {
    key: asset.id,
    language: asset.language,
    fields: [asset.title, asset.topics.join(' . '), asset.abstract, asset.body ?? ''],
    tags: [
      facetTag('kinds', asset.kind), facetTag('owners', asset.owner ?? ''), ...tags('languages', regional(asset.language)), ...tags('stages', asset.stages),
      ...tags('personas', asset.personas), ...tags('industries', asset.industries), ...tags('products', asset.products),
    ],
    updatedAt: asset.updatedAt,
    freshAt: Math.max(asset.updatedAt, asset.verifiedAt ?? 0),
  }
}

/** A tag with a region also counts as its language: `de-AT` is German. */
function regional(tag: string): string[] {
  const [language = tag] = tag.split('-')
  return language === tag ? [tag] : [tag, language]
}
