import type { Asset } from '../asset'
import { createCanonicaliser } from '../content-url'
import type { RawTouch } from '../touch'

/** Finds the asset a touch is about, by address or by id. Build it once per library. */
export interface AssetIndex {
  find(touch: Pick<RawTouch, 'url' | 'itemId'>, urlKey: string | undefined): Asset | undefined
}

export function indexAssets(assets: readonly Asset[]): AssetIndex {
  const canonicalUrl = createCanonicaliser()
  const byUrl = new Map<string, Asset>()
  const byId = new Map<string, Asset>()
  for (const asset of assets) {
    const key = asset.url === undefined ? undefined : canonicalUrl(asset.url)
    if (key !== undefined) keepBetter(byUrl, key, asset)
    if (asset.source.id !== undefined) keepBetter(byId, asset.source.id, asset)
  }
  for (const asset of assets) byId.set(asset.id, asset)
  return {
    find: ({ itemId }, urlKey) => (urlKey === undefined ? undefined : byUrl.get(urlKey)) ?? (itemId === undefined ? undefined : byId.get(itemId)),
  }
}

/** Of two assets with one address the one that is not archived, else the one listed first. */
function keepBetter(map: Map<string, Asset>, key: string, asset: Asset): void {
  const known = map.get(key)
  if (known === undefined || (known.status === 'archived' && asset.status !== 'archived')) map.set(key, asset)
}
