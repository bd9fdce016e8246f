import type { AssetKind } from './asset'
import type { TouchKind } from './touch'

/** Whole path segments by which sites name pages that show intent. */
const segments: readonly [TouchKind, RegExp][] = [
  ['pricing', /^(?:pricing|prices|plans|plans-and-pricing|pricing-plans|preise|tarifs|precios)$/],
  ['demo', /^(?:demo|demos|book-a-demo|request-a-demo|request-demo|get-a-demo|schedule-a-demo|live-demo|free-trial|trial)$/],
  ['comparison', /^(?:compare|comparison|comparisons|alternatives|versus|vs|.+-vs-.+|.+-alternatives?)$/],
]

/** What a visit to this address means: `pricing`, `demo` or `comparison` by a path segment, else `page-view`. */
export function pageKind(url: string): TouchKind {
  if (!URL.canParse(url)) return 'page-view'
  const parts = new URL(url).pathname.toLowerCase().split('/').map((part) => part.replace(/\.[a-z]+$/, ''))
  return segments.find(([, pattern]) => parts.some((part) => pattern.test(part)))?.[0] ?? 'page-view'
}

const byAsset: Partial<Record<AssetKind, TouchKind>> = { pricing: 'pricing', demo: 'demo', comparison: 'comparison' }

/** What a view of an asset of this kind means, where the kind says more than the address. */
export function assetPageKind(kind: AssetKind): TouchKind | undefined {
  return byAsset[kind]
}
