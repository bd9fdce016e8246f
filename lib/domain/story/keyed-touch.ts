import { cleanText } from '../clean-text'
import { createCanonicaliser } from '../content-url'
import { assetPageKind, pageKind } from '../page-kind'
import type { Agent, RawTouch, TouchKind } from '../touch'
import { normalWords } from '../words'
import type { AssetIndex } from './asset-index'

/** A raw touch with everything by which it can be recognised as the same as another. */
export interface KeyedTouch {
  raw: RawTouch
  agent: Agent
  kind: TouchKind
  title: string
  titleKey: string
  urlKey: string | undefined
  assetId: string | undefined
  contentKey: string
}

const longestTitle = 300

/** Keys touches to their content: the address without tracking, else the item's id, else its title. */
export function createKeyer(assets: AssetIndex): (raw: RawTouch, agent: Agent) => KeyedTouch {
  const urlKeys = remembered(createCanonicaliser())
  const kinds = remembered(pageKind)
  const titleKeys = remembered(normalWords)
  const titles = remembered((title: string) => cleanText(title, longestTitle))

  return (raw, agent) => {
    const urlKey = raw.url === undefined ? undefined : urlKeys(raw.url)
    const asset = assets.find(raw, urlKey)
    const titleKey = titleKeys(raw.title)
    const assetUrlKey = asset?.url === undefined ? undefined : urlKeys(asset.url)
    const itemKey = asset?.id ?? (raw.itemId === '' ? undefined : raw.itemId)
    const isView = raw.kind === 'page-view' || raw.kind === 'link-view'
    const told = raw.kind === 'page-view' && urlKey !== undefined ? kinds(urlKey) : raw.kind
    return {
      raw,
      agent,
      kind: (isView && asset && assetPageKind(asset.kind)) || told,
      title: asset?.title ?? titles(raw.title),
      titleKey,
      urlKey,
      assetId: asset?.id,
      contentKey: assetUrlKey ?? (asset ? undefined : urlKey) ?? (itemKey === undefined ? `title:${titleKey || raw.kind}` : `item:${itemKey}`),
    }
  }
}

function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text) as T
    const value = compute(text)
    known.set(text, value)
    return value
  }
}
