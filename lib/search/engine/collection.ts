import { documentCount, stemNumber, type Segment } from './segment'

/** A segment in use: which of its documents still count, and what their length does to a score. */
export interface Part { segment: Segment; alive: Uint8Array; norms: Float32Array }

/** What is searched: segments and figures over all of them. */
export interface Collection { parts: Part[]; size: number; languages: string[]; settings: RankSettings }

/** `k1` and `b` of BM25, how much neighbours count, and what feedback adds; chosen on odd Cranfield queries (docs/suggest-and-search.md). */
export interface RankSettings {
  k1: number
  b: number
  proximity: number
  feedback: { documents: number; terms: number; weight: number; halfLength: number; fromWords: number }
}

export const defaultSettings: RankSettings = {
  k1: 1.2, b: 0.6, proximity: 0.2, feedback: { documents: 8, terms: 20, weight: 0.7, halfLength: 60, fromWords: 4 },
}

/** Joins segments; `alive` marks of earlier use may be handed in. */
export function createCollection(segments: readonly { segment: Segment; alive?: Uint8Array | undefined }[], settings: RankSettings = defaultSettings): Collection {
  const parts = segments.map(({ segment, alive }) => ({
    segment, alive: alive ?? new Uint8Array(segment.keys.length).fill(1), norms: new Float32Array(segment.keys.length),
  }))
  let size = 0
  let length = 0
  for (const { segment, alive } of parts) {
    for (let doc = 0; doc < alive.length; doc += 1) {
      if (!alive[doc]) continue
      size += 1
      length += segment.lengths[doc] ?? 0
    }
  }
  const average = size === 0 ? 1 : Math.max(1, length / size)
  for (const { segment, norms } of parts) {
    for (let doc = 0; doc < norms.length; doc += 1) norms[doc] = settings.k1 * (1 - settings.b + (settings.b * (segment.lengths[doc] ?? 0)) / average)
  }
  return { parts, size, languages: [...new Set(parts.flatMap(({ segment }) => segment.languages))], settings }
}

/** Documents that hold the stem, over all segments; those just removed still count until their segment is rebuilt. */
export function frequencyOf({ parts }: Collection, stem: string): number {
  let sum = 0
  for (const { segment } of parts) {
    const number = stemNumber(segment, stem)
    if (number >= 0) sum += documentCount(segment, number)
  }
  return sum
}

/** Rarity of a word as BM25 weighs it; never negative. */
export function inverseFrequency(size: number, frequency: number): number {
  return Math.log(1 + Math.max(0.5, size - frequency + 0.5) / (Math.min(frequency, size) + 0.5))
}
