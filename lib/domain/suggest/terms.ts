const foreign = /[^\u0020-\u007e]/
const words = /[\p{L}\p{N}]+/gu
const asciiWords = /[a-z0-9]+/g

/** Words that say nothing about a subject, in English and German. */
const empty = new Set(`the and for with from that this what which when where who how why your you our are was were has have had can could will would should not but all any
 its into out about than then them they their there here more most some such only also over under after before between each per via one two
 der die das den dem des ein eine einen einem einer und oder mit von vom zum zur bei fur auf aus nach uber unter wie was wer wir sie ihr ihre ist sind war nicht auch als`.split(/\s+/))

/** The subject words of a text, brought together by number: "forecasts" and "forecast", "stories" and "story". */
export function subjectTerms(text: string): string[] {
  const terms: string[] = []
  for (const word of wordsOf(text)) {
    const term = termOf(word)
    if (term !== undefined) terms.push(term)
  }
  return terms
}

/** The words of a text as written, lower case and without accents. */
export function wordsOf(text: string): readonly string[] {
  const folded = (foreign.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text).toLowerCase()
  return (foreign.test(folded) ? folded.match(words) : folded.match(asciiWords)) ?? []
}

/** What a word contributes to the subject; undefined where nothing. */
export function termOf(word: string): string | undefined {
  return word.length > 2 && !empty.has(word) ? singular(word) : undefined
}

/** Plural endings go (D. Harman, "How effective is suffixing?", JASIS 1991: the S stemmer). */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word
  if (word.endsWith('ies') && !/[ea]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (word.endsWith('es') && !/[aeo]es$/.test(word)) return word.slice(0, -1)
  return /[us]s$/.test(word) ? word : word.slice(0, -1)
}
