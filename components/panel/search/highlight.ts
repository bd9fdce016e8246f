export interface Piece { text: string; hit: boolean }

/** Splits a text at the words that begin with one of the terms, whatever their case. The pieces joined are the text. */
export function highlight(text: string, terms: readonly string[]): Piece[] {
  const wanted = terms.filter((term) => term !== '').map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  if (wanted.length === 0) return [{ text, hit: false }]
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.sort((a, b) => b.length - a.length).join('|')})`, 'giu')
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(words)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), hit: false })
    pieces.push({ text: match[0], hit: true })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false })
  return pieces
}
