import type { Asset } from '@/lib/domain/asset'

export interface AssetFilter { text: string; kind: string; stage: string; status: 'current' | Asset['status'] | 'all' }

export const emptyFilter: AssetFilter = { text: '', kind: '', stage: '', status: 'current' }

/** Every word has to stand somewhere in the title, abstract, topics or owner. `current` is everything that is not archived. */
export function filterAssets(assets: readonly Asset[], filter: AssetFilter): Asset[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return assets.filter((asset) => {
    if (filter.status === 'current' ? asset.status === 'archived' : filter.status !== 'all' && asset.status !== filter.status) return false
    if (filter.kind !== '' && asset.kind !== filter.kind) return false
    if (filter.stage !== '' && !asset.stages.includes(filter.stage)) return false
    const text = words.length === 0 ? '' : [asset.title, asset.abstract, asset.owner ?? '', ...asset.topics].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
