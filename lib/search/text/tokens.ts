/** Letters that hold their accent apart, or any other that is not plain ASCII. */
const foreign = /[^\u0020-\u007e]/
const joined = /(?<=[\p{L}\p{N}])[&'’](?=[\p{L}\p{N}])/gu
const word = /[\p{L}\p{N}]+/gu
const asciiWord = /[a-z0-9]+/g
/** Scripts written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Text as it is compared: lower case, accents dropped, `S&OP` and `planner's` kept as one word each. */
export function foldText(text: string): string {
  const plain = foreign.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss') : text
  const lower = plain.toLowerCase()
  return lower.includes('&') || lower.includes("'") || lower.includes('’') ? lower.replace(/['’]s(?![\p{L}\p{N}])/gu, '').replace(joined, '') : lower
}

/** The words of a text in order. Runs of a script without spaces become overlapping pairs of characters. */
export function tokens(text: string): string[] {
  const folded = foldText(text)
  if (!foreign.test(folded)) return folded.match(asciiWord) ?? []
  const words = folded.match(word) ?? []
  return words.some((one) => unspaced.test(one)) ? words.flatMap((one) => (unspaced.test(one) ? pairs(one) : [one])) : words
}

function pairs(run: string): string[] {
  const letters = [...run]
  return letters.length < 3 ? [run] : letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`)
}
