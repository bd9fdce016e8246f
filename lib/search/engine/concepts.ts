import { languageOf } from '../text/language'
import { tokens } from '../text/tokens'
import { frequencyOf, type Collection } from './collection'
import type { Concept } from './concept'
import type { NameIndex } from './names'
import { toConcept } from './search'
import { completions, corrections, splitWord, type Form } from './vocabulary'

/** What is asked, the words to mark in what is found, and how many words no document of the library knows in any form. */
export interface ReadQuery { concepts: Concept[]; words: string[]; unknown: number }

/** Queries of at least so many words are read as written: nobody searches long texts by beginnings of words. */
const longQuery = 4
const nameFactor = 0.9

/**
 * What the query asks for. The last word counts as unfinished unless something follows it; unknown words are taken for slips, or for
 * two words written as one; names of tags (playbook synonyms, kinds) also ask for the tag.
 */
export function readQuery(collection: Collection, query: string, names?: NameIndex): ReadQuery {
  const languages = (collection.languages.length > 0 ? collection.languages : ['en']).map(languageOf)
  const stemsOf = (word: string) => [...new Set(languages.map(({ stem }) => stem(word)))]
  const all = tokens(query)
  const open = /[\p{L}\p{N}]$/u.test(query)
  const tags = names?.find(all, open) ?? []
  const stop = (word: string, at: number) => languages.some(({ stops }) => stops.has(word)) && !(open && at === all.length - 1 && all.length <= 2)
  const kept = all.map((word, at) => ({ word, at })).filter(({ word, at }) => !stop(word, at))
  const telling = kept.length > 0 ? kept : all.map((word, at) => ({ word, at }))
  const marked = new Set<string>()

  const formsOf = (word: string, last: boolean): Form[] => {
    const exact = stemsOf(word).filter((stem) => frequencyOf(collection, stem) > 0).map((stem) => ({ stem, factor: 1 }))
    const begun = last && (exact.length === 0 || telling.length < longQuery) ? completions(collection, word) : []
    const forms = [...exact, ...begun.filter(({ stem }) => !exact.some((form) => form.stem === stem))]
    return forms.length > 0 ? forms : corrections(collection, word, last)
  }

  const concepts: Concept[] = []
  let unknown = 0
  for (const [place, { word, at }] of telling.entries()) {
    const named = tags.filter(({ from, to }) => at >= from && at < to).map(({ tag }) => ({ stem: tag, factor: nameFactor })).filter(({ stem }) => frequencyOf(collection, stem) > 0)
    const joined = telling.length >= longQuery ? [] : [telling[place - 1], telling[place + 1]].flatMap((other) => other ? stemsOf(other.at < at ? other.word + word : word + other.word) : [])
      .filter((stem) => frequencyOf(collection, stem) > 0).map((stem) => ({ stem, factor: 1 }))
    const forms = formsOf(word, open && at === all.length - 1)
    const together = unique([...forms, ...joined, ...named])
    marked.add(word)
    for (const { stem } of forms.slice(0, 8)) if (!stem.includes(':')) marked.add(stem)
    if (forms.every(({ factor }) => factor < 0.8) && named.length === 0) {
      const halves = splitWord(collection, word, stemsOf)
      if (halves) {
        for (const half of halves) {
          marked.add(half)
          concepts.push(toConcept(collection, formsOf(half, false)))
        }
        continue
      }
    }
    if (together.length > 0) concepts.push(toConcept(collection, together))
    else unknown += 1
  }
  return { concepts, words: [...marked], unknown }
}

function unique(forms: readonly Form[]): Form[] {
  const best = new Map<string, number>()
  for (const { stem, factor } of forms) best.set(stem, Math.max(best.get(stem) ?? 0, factor))
  return [...best].map(([stem, factor]) => ({ stem, factor }))
}
