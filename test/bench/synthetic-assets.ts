import type { Asset } from '@/lib/domain/asset'
import { createRandom, zipf } from './random.ts'

export const benchNow = Date.UTC(2026, 2, 16, 12)
const day = 86_400_000
const syllables = 'ba be bi bo da de di do fa fe fi ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(' ')
const kinds = ['case-study', 'ebook', 'webinar', 'video', 'brochure', 'deck', 'one-pager', 'white-paper', 'blog-post', 'comparison'] as const
const stages = ['new', 'engaged', 'mql', 'working', 'sql', 'opportunity']
const personas = ['executive', 'finance', 'it', 'operations', 'supply-chain', 'logistics', 'marketing']
const industries = ['manufacturing', 'retail', 'logistics', 'healthcare', 'food', 'automotive', 'software']

/** A word as pronounceable as any; the same number gives the same word. */
export function wordAt(number: number): string {
  let rest = number + 40
  let word = ''
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  }
  return word
}

/** A library of any size from a seed: words as unevenly used as in a language, about 8 in a title and 35 in an abstract. */
export function syntheticAssets(size: number, seed = 5): Asset[] {
  const random = createRandom(seed)
  const vocabulary = Math.round(4000 * Math.sqrt(size / 1000))
  const words = (count: number) => Array.from({ length: count }, () => wordAt(zipf(vocabulary, random))).join(' ')
  const some = (list: readonly string[]) => list.filter(() => random() < 0.3)
  return Array.from({ length: size }, (_, index) => ({
    id: `asset-${index}`, title: words(5 + Math.floor(random() * 6)), abstract: words(25 + Math.floor(random() * 20)), url: `https://www.example.com/${index}`,
    kind: kinds[Math.floor(random() * kinds.length)] ?? 'other', topics: [wordAt(zipf(vocabulary, random)), wordAt(zipf(vocabulary, random))], stages: some(stages), personas: some(personas),
    industries: random() < 0.5 ? [] : some(industries), products: [], language: 'en', status: 'approved', version: 1, shareable: true, updatedAt: benchNow - Math.floor(random() * 700) * day,
    verifiedAt: benchNow - 20 * day, verifyEvery: 180, source: { system: 'local' as const },
  }))
}
