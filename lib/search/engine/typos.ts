import { lowerBound } from './segment'

/** A word of the vocabulary by its place, and how many slips of the keyboard lead to it. */
export interface Candidate { at: number; edits: number }

/** Slips allowed in a word of this length: none in short ones, which are near everything. */
export function editsFor(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/**
 * Words of the sorted vocabulary within `most` edits of the typed one: letters missing, added, changed or swapped with their neighbour
 * (optimal string alignment). With `open` the typed word may be the beginning of the found one. Walks the vocabulary as if it were a
 * trie: rows of the table are kept for the common beginning of neighbours, and beginnings that are too far away are skipped whole.
 */
export function findNear(vocabulary: readonly string[], typed: string, most: number, open: boolean): Candidate[] {
  const found: Candidate[] = []
  const width = typed.length + 1
  const rows: Uint8Array[] = [Uint8Array.from({ length: width }, (_, column) => column)]
  // Two slips and another first letter is another word.
  const first = most > 1 ? typed.slice(0, 1) : ''
  let before = ''
  let at = first === '' ? 0 : lowerBound(vocabulary, first)
  while (at < vocabulary.length) {
    const word = vocabulary[at] ?? ''
    if (!word.startsWith(first)) break
    let depth = commonLength(before, word)
    let reached = openDistance(rows, depth, typed.length, open)
    let dead = false
    for (; depth < word.length && depth < width + most && !dead; depth += 1) {
      const row = nextRow(rows, depth, word, typed)
      rows[depth + 1] = row
      if (open) reached = Math.min(reached, row[typed.length] ?? 255)
      dead = minimum(row) > most && reached > most
    }
    before = word.slice(0, depth)
    if (dead) {
      at = lowerBound(vocabulary, `${before}\uffff`)
      continue
    }
    const edits = open ? reached : depth < word.length ? 255 : (rows[word.length]?.[typed.length] ?? 255)
    if (edits <= most) found.push({ at, edits })
    at += 1
  }
  return found
}

/** The fewest edits between the typed word and any beginning of the first `depth` letters. */
function openDistance(rows: readonly Uint8Array[], depth: number, column: number, open: boolean): number {
  let least = 255
  if (open) for (let row = 0; row <= depth; row += 1) least = Math.min(least, rows[row]?.[column] ?? 255)
  return least
}

function nextRow(rows: readonly Uint8Array[], depth: number, word: string, typed: string): Uint8Array {
  const above = rows[depth] ?? new Uint8Array()
  const row = new Uint8Array(typed.length + 1)
  row[0] = depth + 1
  for (let column = 1; column <= typed.length; column += 1) {
    const same = word[depth] === typed[column - 1]
    let edits = Math.min((above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1))
    const swapped = depth > 0 && column > 1 && word[depth] === typed[column - 2] && word[depth - 1] === typed[column - 1]
    if (swapped) edits = Math.min(edits, (rows[depth - 1]?.[column - 2] ?? 0) + 1)
    row[column] = edits
  }
  return row
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

function minimum(row: Uint8Array): number {
  let least = 255
  for (const value of row) if (value < least) least = value
  return least
}
