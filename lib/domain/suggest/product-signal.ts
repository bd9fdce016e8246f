import { labelOf, say } from '../sentence'
import { containsPhrase, normalWords } from '../words'
import type { Asset } from '../asset'
import type { Playbook } from '../playbook'
import { consumedBy, type Consumed } from './consumed'
import { silent, type Signal } from './signal'

const stepDecay = 0.9

/** About the product the person reads about: products of the assets consumed, and products named in the titles of the rest. */
export const productSignal: Signal = {
  name: 'product',
  weight: 0.3,
  prepare({ stories, assets, playbook }, library) {
    const interest = new Map<string, number>()
    let total = 0
    for (const consumed of consumedBy(stories, stepDecay)) {
      const products = productsOf(consumed, assets, library.place, playbook)
      for (const product of products) interest.set(product, (interest.get(product) ?? 0) + consumed.weight / products.length)
      if (products.length > 0) total += consumed.weight
    }
    if (total === 0) return silent
    const strongest = ({ products }: Asset) => products.reduce<string | undefined>((best, id) => ((interest.get(id) ?? 0) > (best === undefined ? 0 : interest.get(best) ?? 0) ? id : best), undefined)
    return {
      value(asset) {
        const best = strongest(asset)
        if (best !== undefined) return (interest.get(best) ?? 0) / total
        return asset.products.length > 0 ? -0.3 : 0
      },
      explain(asset) {
        const best = strongest(asset)
        if (best === undefined || (interest.get(best) ?? 0) / total < 0.3) return {}
        return { why: say('suggest.product', labelOf('product', playbook.products.find(({ id }) => id === best) ?? { id: best, label: best.replaceAll('-', ' ') })) }
      },
    }
  },
}

function productsOf({ story }: Consumed, assets: readonly Asset[], place: ReadonlyMap<string, number>, playbook: Playbook): readonly string[] {
  const own = story.assetId === undefined ? undefined : assets[place.get(story.assetId) ?? -1]
  if (own) return own.products
  const title = normalWords(story.title)
  return playbook.products.filter(({ id, label, synonyms }) => [id, label ?? '', ...synonyms].some((name) => containsPhrase(title, normalWords(name)))).map(({ id }) => id)
}
