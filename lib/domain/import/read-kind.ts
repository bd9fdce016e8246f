import { assetKind, type AssetKind } from '../asset'
import { normalWords } from '../words'

const otherNames: Partial<Record<AssetKind, readonly string[]>> = {
  'blog-post': ['blog', 'article', 'post', 'blog article', 'blogposting'],
  'white-paper': ['whitepaper'],
  'case-study': ['customer story', 'success story', 'reference', 'case'],
  deck: ['presentation', 'slides', 'slide deck', 'pitch deck'],
  'one-pager': ['onepager', 'flyer', 'leaflet'],
  datasheet: ['data sheet', 'fact sheet', 'product sheet', 'spec sheet'],
  'call-sheet': ['call guide', 'call script', 'script', 'battlecard', 'battle card', 'talk track'],
  webinar: ['recording', 'on demand webinar', 'webcast'],
  ebook: ['e book', 'guide', 'book'],
  pricing: ['price list', 'prices'],
  calculator: ['tool', 'roi calculator'],
  page: ['landing page', 'web page', 'website', 'webpage'],
  event: ['trade show', 'conference', 'workshop'],
  video: ['videoobject', 'clip', 'film'],
  report: ['study', 'research', 'survey'],
}

const byName = new Map<string, AssetKind>([
  ...assetKind.options.map((kind) => [normalWords(kind), kind] as const),
  ...assetKind.options.flatMap((kind) => (otherNames[kind] ?? []).map((name) => [name, kind] as const)),
])

/** The kind people mean by this word, in singular or plural; `other` for what nobody foresaw. */
export function readKind(text: string): AssetKind {
  const words = normalWords(text)
  return byName.get(words) ?? byName.get(words.replace(/s$/, '')) ?? byName.get(words.replace(/ies$/, 'y')) ?? 'other'
}
