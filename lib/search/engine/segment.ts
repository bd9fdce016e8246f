/**
 * A part of the index that never changes once built: an inverted list for matching and the words of each document in order for
 * phrases and feedback. All of it survives a structured clone, so that it is stored as it is.
 */
export interface Segment {
  /** Keys of the documents; a document's number is its place here. */
  keys: string[]
  /** Words as written, sorted, one a line; `surfaceStem` names the stem of each. */
  surfaces: string[]
  surfaceStem: Uint32Array
  /** Stems and tags, sorted. The list of stem `s` lies between `starts[s]` and `starts[s + 1]`. */
  stems: string[]
  starts: Uint32Array
  docs: Uint32Array
  /** Field-weighted frequency × `frequencyScale`, capped. */
  frequencies: Uint8Array
  /** Field-weighted number of words of each document. */
  lengths: Float32Array
  /** Stem number + 1 of each word in order, 0 for a skipped word or the border of a field. */
  words: Uint16Array | Uint32Array
  wordStarts: Uint32Array
  languages: string[]
  /** When each document was last changed, and last changed or verified; epoch milliseconds. */
  updatedAt: Float64Array
  freshAt: Float64Array
}

export const frequencyScale = 4

/** Number of the stem in the segment, or -1. */
export function stemNumber(segment: Segment, stem: string): number {
  const at = lowerBound(segment.stems, stem)
  return segment.stems[at] === stem ? at : -1
}

/** How many documents of the segment hold the stem, dead ones included. */
export function documentCount(segment: Segment, stem: number): number {
  return (segment.starts[stem + 1] ?? 0) - (segment.starts[stem] ?? 0)
}

/** First place in a sorted list whose value is not below the wanted one. */
export function lowerBound(list: readonly string[], wanted: string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Calls back with every document that holds the stem or tag. */
export function eachDocument(segment: Segment, stem: string, visit: (doc: number) => void): void {
  const number = stemNumber(segment, stem)
  if (number < 0) return
  const end = segment.starts[number + 1] ?? 0
  for (let at = segment.starts[number] ?? 0; at < end; at += 1) visit(segment.docs[at] ?? 0)
}

/** Whether the document holds the stem or tag. */
export function holds(segment: Segment, stem: string, doc: number): boolean {
  const number = stemNumber(segment, stem)
  if (number < 0) return false
  let low = segment.starts[number] ?? 0
  let high = segment.starts[number + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((segment.docs[middle] ?? 0) < doc) low = middle + 1
    else high = middle
  }
  return low < (segment.starts[number + 1] ?? 0) && segment.docs[low] === doc
}
