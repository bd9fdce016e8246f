import type { Asset } from '../asset'
import { createCanonicaliser } from '../content-url'
import type { RawTouch } from '../touch'
import { normalWords } from '../words'

/** Finds the asset a touch is about: by address, by id, or, where a source knows neither, by its exact title. */
export interface AssetIndex {
  find(touch: Pick<RawTouch, 'itemId' | 'kind' | 'title'>, urlKey: string | undefined): Asset | undefined
}

/** Shorter titles mean too many things ("Pricing", "Demo request"). */
const fewestWordsOfATitle = 3

const kept = new WeakMap<readonly Asset[], AssetIndex>()

/** Made once for each list of assets, some 5 ms per 1,000, and kept as long as that list is. */
export function indexOf(assets: readonly Asset[]): AssetIndex {
  const index = kept.get(assets) ?? indexAssets(assets)
  kept.set(assets, index)
  return index
}

function indexAssets(assets: readonly Asset[]): AssetIndex {
  const canonicalUrl = createCanonicaliser()
  const byUrl = new Map<string, Asset>()
  const byId = new Map<string, Asset>()
  for (const asset of assets) {
    const key = asset.url === undefined ? undefined : canonicalUrl(asset.url)
    if (key !== undefined) keepBetter(byUrl, key, asset)
    if (asset.source.id !== undefined) keepBetter(byId, asset.source.id, asset)
  }
  for (const asset of assets) byId.set(asset.id, asset)
  const byTitle = uniqueTitles(assets)
  return {
    find(touch, urlKey) {
      const named = (urlKey === undefined ? undefined : byUrl.get(urlKey)) ?? (touch.itemId === undefined ? undefined : byId.get(touch.itemId))
      return named ?? (urlKey === undefined && !isMail(touch) ? findTitle(byTitle, touch.title) : undefined)
    },
  }
}

/** A mail's subject is often the title of what it offers; having got the mail is not having read it. */
function isMail({ kind }: Pick<RawTouch, 'kind'>): boolean {
  return kind.startsWith('email-')
}

function uniqueTitles(assets: readonly Asset[]): Map<string, Asset | undefined> {
  const titles = new Map<string, Asset | undefined>()
  for (const asset of assets) {
    const words = normalWords(asset.title)
    if (words.split(' ').length >= fewestWordsOfATitle) titles.set(words, titles.has(words) ? undefined : asset)
  }
  return titles
}

/** Campaigns are often called after what they offer, with its kind before it: "eBook: The forecast error field guide". */
function findTitle(titles: ReadonlyMap<string, Asset | undefined>, title: string): Asset | undefined {
  return titles.get(normalWords(title)) ?? titles.get(normalWords(title.slice(title.indexOf(':') + 1)))
}

/** Of two assets with one address the one that is not archived, else the one listed first. */
function keepBetter(map: Map<string, Asset>, key: string, asset: Asset): void {
  const known = map.get(key)
  if (known === undefined || (known.status === 'archived' && asset.status !== 'archived')) map.set(key, asset)
}
