import { languageOf } from './text/language'
import { tokens } from './text/tokens'

/** Languages whose stop words and stems are taken off a query; what is left of a word is the same in both for nearly all words. */
const languages = ['en', 'de'].map(languageOf)

/** What two queries that ask for the same have in common: their telling words by stem, each once, in alphabetical order. */
export function sameWords(query: string): string {
  const words = tokens(query)
  const telling = words.filter((word) => !languages.some(({ stops }) => stops.has(word)))
  const stems = (telling.length > 0 ? telling : words).map((word) => languages.reduce((text, { stem }) => stem(text), word))
  return [...new Set(stems)].sort().join(' ')
}
