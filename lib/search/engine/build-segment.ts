import { languageOf, type Language } from '../text/language'
import { tokens } from '../text/tokens'
import { frequencyScale, type Segment } from './segment'
import { sortInSlices } from './sort-in-slices'

/** A document to index: its fields in the order of `fieldWeights`, and what it is tagged with (`kind:video`). Times in epoch milliseconds. */
export interface IndexedDocument { key: string; language: string; fields: readonly string[]; tags: readonly string[]; updatedAt: number; freshAt: number }

/** What a tag counts as, in words. */
const tagFrequency = 1.5

const surfaceSlice = 512
const fillSlice = 2048

interface Growing { number: number; text: string; docs: number[]; frequencies: number[] }

/**
 * Builds a segment. A generator, so that the caller decides how long to work at a time: it pauses after every document and
 * every few hundred entries of the lists. `fieldWeights` says how much a word counts in each field.
 */
export function* buildSegment(documents: readonly IndexedDocument[], fieldWeights: readonly number[]): Generator<void, Segment> {
  const stems: Growing[] = []
  const stemByText = new Map<string, Growing>()
  const surfacesOf = new Map<Language, Map<string, Growing | null>>()
  const surfaceStem = new Map<string, Growing>()
  let words = new Uint32Array(1024)
  let written = 0
  const wordStarts = new Uint32Array(documents.length + 1)
  const lengths = new Float32Array(documents.length)
  const languages = new Set<string>()
  const keys: string[] = []
  const updatedAt = new Float64Array(documents.length)
  const freshAt = new Float64Array(documents.length)

  const grow = (text: string): Growing => {
    const known = stemByText.get(text)
    if (known) return known
    const stem = { number: stems.length, text, docs: [], frequencies: [] }
    stems.push(stem)
    stemByText.set(text, stem)
    return stem
  }
  const learn = (surface: string, language: Language, known: Map<string, Growing | null>): Growing | null => {
    if (language.stops.has(surface)) {
      known.set(surface, null)
      return null
    }
    const stem = grow(language.stem(surface))
    known.set(surface, stem)
    surfaceStem.set(surface, stem)
    return stem
  }

  for (const [doc, document] of documents.entries()) {
    const language = languageOf(document.language)
    languages.add(document.language)
    keys.push(document.key)
    updatedAt[doc] = document.updatedAt
    freshAt[doc] = document.freshAt
    const known = surfacesOf.get(language) ?? new Map<string, Growing | null>()
    surfacesOf.set(language, known)
    let length = 0
    for (const [field, text] of document.fields.entries()) {
      const weight = fieldWeights[field] ?? 1
      const found = tokens(text)
      words = withRoom(words, written + found.length + 1)
      for (const surface of found) {
        let stem = known.get(surface)
        if (stem === undefined) stem = learn(surface, language, known)
        words[written] = stem ? stem.number + 1 : 0
        written += 1
        if (!stem) continue
        length += weight
        count(stem, doc, weight)
      }
      words[written] = 0
      written += 1
    }
    for (const tag of document.tags) count(grow(tag), doc, tagFrequency)
    lengths[doc] = length
    wordStarts[doc + 1] = written
    yield
  }

  const sortedStems = yield* sortInSlices(stems, (stem) => stem.text)
  const place = new Uint32Array(stems.length)
  const starts = new Uint32Array(stems.length + 1)
  for (const [at, stem] of sortedStems.entries()) {
    place[stem.number] = at
    starts[at + 1] = (starts[at] ?? 0) + stem.docs.length
    if (at % fillSlice === 0) yield
  }
  const size = starts[stems.length] ?? 0
  const docs = new Uint32Array(size)
  const frequencies = new Uint8Array(size)
  let paused = 0
  for (const [at, stem] of sortedStems.entries()) {
    const from = starts[at] ?? 0
    docs.set(stem.docs, from)
    for (let index = 0; index < stem.frequencies.length; index += 1) {
      frequencies[from + index] = Math.min(255, Math.max(1, Math.round((stem.frequencies[index] ?? 0) * frequencyScale)))
    }
    if (from - paused > fillSlice) {
      paused = from
      yield
    }
  }
  const placed = stems.length < 65_535 ? new Uint16Array(written) : new Uint32Array(written)
  for (let index = 0; index < written; index += 1) {
    const number = words[index] ?? 0
    placed[index] = number === 0 ? 0 : (place[number - 1] ?? 0) + 1
    if (index % fillSlice === 0) yield
  }
  const surfaces = yield* sortInSlices([...surfaceStem.keys()], (surface) => surface)
  const stemOfSurface = new Uint32Array(surfaces.length)
  for (const [at, surface] of surfaces.entries()) {
    stemOfSurface[at] = place[surfaceStem.get(surface)?.number ?? 0] ?? 0
    if (at % surfaceSlice === 0) yield
  }
  return {
    keys, surfaces, surfaceStem: stemOfSurface, stems: sortedStems.map(({ text }) => text), starts, docs, frequencies, lengths, words: placed, wordStarts,
    languages: [...languages], updatedAt, freshAt,
  }
}

/** The same numbers with room for `size` of them. */
function withRoom(numbers: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  if (size <= numbers.length) return numbers
  const larger = new Uint32Array(Math.max(size, numbers.length * 2))
  larger.set(numbers)
  return larger
}

function count(stem: Growing, doc: number, weight: number): void {
  const last = stem.docs.length - 1
  if (stem.docs[last] === doc) stem.frequencies[last] = (stem.frequencies[last] ?? 0) + weight
  else {
    stem.docs.push(doc)
    stem.frequencies.push(weight)
  }
}
