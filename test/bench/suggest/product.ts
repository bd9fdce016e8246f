import type { Asset } from '@/lib/domain/asset'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { createFollowCounter } from '@/lib/domain/suggest/follow-counts'
import { prepareLibrary } from '@/lib/domain/suggest/prepared-library'
import { createScorer } from '@/lib/domain/suggest/score'
import type { SuggestInput } from '@/lib/domain/suggest/types'
import type { Story } from '@/lib/domain/touch'
import type { ConsumptionSet } from './data.ts'
import type { Question } from './replay.ts'

const ref = { crm: 'hubspot', org: '1', kind: 'contact', id: '1' } as const

/** The product's own model over a data set: items are assets, what a person consumed is the story, everybody's events the team's history. */
export function createProduct({ items }: ConsumptionSet) {
  const assets = items.map(({ id, text }): Asset => ({
    id, title: text.slice(0, 4000) || id, abstract: '', kind: 'other', topics: [], stages: [], personas: [], industries: [], products: [], language: 'en', status: 'approved',
    version: 1, shareable: true, updatedAt: 0, verifiedAt: 0, source: { system: 'local' },
  }))
  const library = prepareLibrary(assets)
  const counter = createFollowCounter()
  const input = ({ own, now }: Question): SuggestInput => ({
    person: { ref, same: [ref], name: '', optedOut: false }, profile: { language: 'en' }, stories: own.map(({ item, at }) => toStory(assets[item], at)), assets, playbook: defaultPlaybook,
    history: { events: [], follows: counter.follows, seen: counter.seen }, now, limit: 10, library,
  })

  return {
    assets,
    watch: (user: string, item: number, at: number) => counter.consumed(user, items[item]?.id ?? '', at),
    /** Weighted value of every asset, signal by signal; signals that say nothing are left out. */
    parts(question: Question): Map<string, Float64Array> {
      const scorer = createScorer(input(question))
      const parts = new Map<string, Float64Array>()
      for (const { signal, reader } of scorer.readers) {
        const values = Float64Array.from(assets, (asset, index) => signal.weight * reader.value(asset, index))
        if (values.some((value) => value !== values[0])) parts.set(signal.name, values)
      }
      return parts
    },
  }
}

function toStory(asset: Asset | undefined, at: number): Story {
  const id = asset?.id ?? ''
  return { key: id, title: asset?.title ?? '', assetId: id, kind: 'document', first: at, last: at, count: 1, human: 1, machine: 0, depth: 0.5, campaigns: [], touches: [] }
}

export function sumOf(parts: ReadonlyMap<string, Float64Array>, size: number, without?: string): Float64Array {
  const sum = new Float64Array(size)
  for (const [name, values] of parts) if (name !== without) for (let item = 0; item < size; item += 1) sum[item] = (sum[item] ?? 0) + (values[item] ?? 0)
  return sum
}
