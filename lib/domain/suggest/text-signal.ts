import { say } from '../sentence'
import type { Asset } from '../asset'
import type { Story } from '../touch'
import { normalWords } from '../words'
import type { Signal } from './signal'

const day = 86_400_000
const halfLifeDays = 30
const short = 3

/** Overlap of the asset's words with those of what was consumed; recent and deep stories count more, rare words too. */
export const textSignal: Signal = {
  name: 'text',
  weight: 1,
  prepare({ stories, assets, now }) {
    const byId = new Map(assets.map((asset) => [asset.id, asset]))
    const rarity = inverseFrequency(assets)
    const read = stories.filter((story) => story.human > 0).slice(0, 40)
    const profile = new Map<string, number>()
    for (const story of read) {
      const worth = (0.4 + 0.6 * story.depth) * 0.5 ** ((now - story.last) / day / halfLifeDays)
      const own = story.assetId ? byId.get(story.assetId) : undefined
      for (const word of wordsOf(own ?? { title: story.title, abstract: '', topics: [] })) profile.set(word, (profile.get(word) ?? 0) + worth)
    }
    return (asset) => {
      const words = wordsOf(asset)
      let sum = 0
      let norm = 0
      for (const word of words) {
        const weight = rarity(word)
        norm += weight * weight
        sum += weight * (profile.get(word) ?? 0)
      }
      const value = norm === 0 ? 0 : Math.min(1, sum / Math.sqrt(norm) / 4)
      const nearest = value > 0.05 ? closest(words, read, byId) : undefined
      return nearest ? { value, why: say('suggest.text', nearest.title) } : { value }
    }
  },
}

function wordsOf(item: Pick<Asset, 'title' | 'abstract' | 'topics'>): Set<string> {
  return new Set(normalWords([item.title, item.abstract, ...item.topics].join(' ')).split(' ').filter((word) => word.length > short))
}

function inverseFrequency(assets: readonly Asset[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const asset of assets) for (const word of wordsOf(asset)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + assets.length / (1 + (counts.get(word) ?? 0)))
}

function closest(words: ReadonlySet<string>, stories: readonly Story[], assets: ReadonlyMap<string, Asset>): Story | undefined {
  let best: { story: Story; shared: number } | undefined
  for (const story of stories) {
    const own = story.assetId ? assets.get(story.assetId) : undefined
    let shared = 0
    for (const word of wordsOf(own ?? { title: story.title, abstract: '', topics: [] })) if (words.has(word)) shared += 1
    if (shared > (best?.shared ?? 0)) best = { story, shared }
  }
  return best?.story
}
