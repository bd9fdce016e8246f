import type { Asset } from './asset'

/**
 * An asset as a schema.org `CreativeWork`. What schema.org has no term for stands beside it under our own names. Readable
 * again by an import: times in ISO 8601, personas as `audience`, the kind as `additionalType`.
 */
export function toCreativeWork(asset: Asset): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': asset.body === undefined ? 'CreativeWork' : 'Article',
    identifier: asset.id,
    name: asset.title,
    abstract: asset.abstract,
    url: asset.url,
    additionalType: asset.kind,
    keywords: asset.topics,
    audience: asset.personas.map((persona) => ({ '@type': 'Audience', audienceType: persona })),
    inLanguage: asset.language,
    author: asset.owner === undefined ? undefined : { '@type': 'Person', name: asset.owner },
    creativeWorkStatus: asset.status,
    version: asset.version,
    articleBody: asset.body,
    datePublished: isoOf(asset.publishedAt),
    dateModified: isoOf(asset.updatedAt),
    lastReviewed: isoOf(asset.verifiedAt),
    expires: isoOf(asset.expires),
    stages: asset.stages,
    industries: asset.industries,
    products: asset.products,
    shareable: asset.shareable,
    verifyEvery: asset.verifyEvery,
  }
}

function isoOf(at: number | undefined): string | undefined {
  return at === undefined || Number.isNaN(new Date(at).getTime()) ? undefined : new Date(at).toISOString()
}
