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
  /** What makes two touches the same kind of act: as `kind`, but a form stays a form whatever it asks for. */
  act: TouchKind
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
    const page = (asset && assetPageKind(asset.kind)) ?? (urlKey === undefined ? 'page-view' : kinds(urlKey))
    const kind = kindOn(raw.kind, page)
    return {
      raw,
      agent,
      kind,
      act: raw.kind === 'form' ? 'form' : kind,
      title: asset?.title ?? titles(raw.title),
      titleKey,
      urlKey,
      assetId: asset?.id,
      contentKey: assetUrlKey ?? (asset ? undefined : urlKey) ?? (itemKey === undefined ? `title:${titleKey || raw.kind}` : `item:${itemKey}`),
    }
  }
}

/** A view of such a page is of its kind; a form on a demo page asks for the demo. */
function kindOn(kind: TouchKind, page: TouchKind): TouchKind {
  if (page === 'page-view') return kind
  if (kind === 'page-view' || kind === 'link-view') return page
  return kind === 'form' && page === 'demo' ? 'demo' : kind
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
