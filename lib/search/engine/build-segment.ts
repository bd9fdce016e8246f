import { languageOf, type Language } from '../text/language'
import { tokens } from '../text/tokens'
import { frequencyScale, type Segment } from './segment'

/** A document to index: its fields in the order of `fieldWeights`, and what it is tagged with (`kind:video`). Times in epoch milliseconds. */
export interface IndexedDocument { key: string; language: string; fields: readonly string[]; tags: readonly string[]; updatedAt: number; freshAt: number }

/** What a tag counts as, in words. */
const tagFrequency = 1.5

const sortSlice = 512
const fillSlice = 4096

interface Growing { number: number; text: string; docs: number[]; frequencies: number[] }

/**
 * Builds a segment. A generator, so that the caller decides how long to work at a time: it pauses after every document and
 * every few hundred entries of the lists. `fieldWeights` says how much a word counts in each field.
 */
export function* buildSegment(documents: readonly IndexedDocument[], fieldWeights: readonly number[]): Generator<void, Segment> {
  const stems: Growing[] = []
  const stemByText = new Map<string, Growing>()
  const surfacesOf = new Map<Language, Map<string, Growing | undefined>>()
  const surfaceStem = new Map<string, Growing>()
  const words: number[] = []
  const wordStarts = new Uint32Array(documents.length + 1)
  const lengths = new Float32Array(documents.length)
  const languages = new Set<string>()

  const grow = (text: string): Growing => {
    const known = stemByText.get(text)
    if (known) return known
    const stem = { number: stems.length, text, docs: [], frequencies: [] }
    stems.push(stem)
    stemByText.set(text, stem)
    return stem
  }
  const learn = (surface: string, language: Language, known: Map<string, Growing | undefined>): Growing | undefined => {
    if (language.stops.has(surface)) return void known.set(surface, undefined)
    const stem = grow(language.stem(surface))
    known.set(surface, stem)
    surfaceStem.set(surface, stem)
    return stem
  }

  for (const [doc, document] of documents.entries()) {
    const language = languageOf(document.language)
    languages.add(document.language)
    const known = surfacesOf.get(language) ?? new Map<string, Growing | undefined>()
    surfacesOf.set(language, known)
    let length = 0
    for (const [field, text] of document.fields.entries()) {
      const weight = fieldWeights[field] ?? 1
      for (const surface of tokens(text)) {
        const stem = known.has(surface) ? known.get(surface) : learn(surface, language, known)
        words.push(stem ? stem.number + 1 : 0)
        if (!stem) continue
        length += weight
        count(stem, doc, weight)
      }
      words.push(0)
    }
    for (const tag of document.tags) count(grow(tag), doc, tagFrequency)
    lengths[doc] = length
    wordStarts[doc + 1] = words.length
    yield
  }

  const sortedStems = yield* sortInSlices(stems, (stem) => stem.text)
  const place = new Uint32Array(stems.length)
  const starts = new Uint32Array(stems.length + 1)
  for (const [at, stem] of sortedStems.entries()) {
    place[stem.number] = at
    starts[at + 1] = (starts[at] ?? 0) + stem.docs.length
  }
  const size = starts[stems.length] ?? 0
  const docs = new Uint32Array(size)
  const frequencies = new Uint8Array(size)
  for (const [at, stem] of sortedStems.entries()) {
    const from = starts[at] ?? 0
    docs.set(stem.docs, from)
    for (let index = 0; index < stem.frequencies.length; index += 1) {
      frequencies[from + index] = Math.min(255, Math.max(1, Math.round((stem.frequencies[index] ?? 0) * frequencyScale)))
    }
    if (at % sortSlice === 0) yield
  }
  const placed = stems.length < 65_535 ? new Uint16Array(words.length) : new Uint32Array(words.length)
  for (let index = 0; index < words.length; index += 1) {
    const number = words[index] ?? 0
    placed[index] = number === 0 ? 0 : (place[number - 1] ?? 0) + 1
    if (index % fillSlice === 0) yield
  }
  const surfaces = yield* sortInSlices([...surfaceStem.keys()], (surface) => surface)
  return {
    keys: documents.map(({ key }) => key), surfaces, surfaceStem: Uint32Array.from(surfaces, (surface) => place[surfaceStem.get(surface)?.number ?? 0] ?? 0),
    stems: sortedStems.map(({ text }) => text), starts, docs, frequencies, lengths, words: placed, wordStarts, languages: [...languages],
    updatedAt: Float64Array.from(documents, ({ updatedAt }) => updatedAt), freshAt: Float64Array.from(documents, ({ freshAt }) => freshAt),
  }
}

function count(stem: Growing, doc: number, weight: number): void {
  const last = stem.docs.length - 1
  if (stem.docs[last] === doc) stem.frequencies[last] = (stem.frequencies[last] ?? 0) + weight
  else {
    stem.docs.push(doc)
    stem.frequencies.push(weight)
  }
}

/** Merge sort that pauses between its slices: sorting a whole vocabulary at once would take longer than a slice may. */
function* sortInSlices<T>(items: readonly T[], textOf: (item: T) => string): Generator<void, T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += sortSlice) {
    runs.push(items.slice(from, from + sortSlice).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let pair = 0; pair < runs.length; pair += 2) merged.push(yield* merge(runs[pair] ?? [], runs[pair + 1] ?? [], textOf))
    runs = merged
  }
  return runs[0] ?? []
}

function* merge<T>(left: T[], right: T[], textOf: (item: T) => string): Generator<void, T[]> {
  const merged: T[] = []
  let at = 0
  for (const item of left) {
    for (let next = right[at]; next !== undefined && textOf(next) < textOf(item); next = right[at]) {
      merged.push(next)
      at += 1
    }
    merged.push(item)
    if (merged.length % fillSlice === 0) yield
  }
  for (; at < right.length; at += 1) merged.push(right[at] as T)
  return merged
}
