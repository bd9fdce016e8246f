import { tokens } from '../text/tokens'

/** Names of a tag: a document tagged with it answers to each of them. */
export interface TagNames { tag: string; names: readonly string[] }
/** A tag found in a query, and which words of the query named it. */
export interface NamedTag { tag: string; from: number; to: number }

export interface NameIndex { find(words: readonly string[], open: boolean): NamedTag[] }

const shortestBeginning = 3

/** Finds names of tags in queries: whole words, any number; the last word may be unfinished. Plurals count as the name. */
export function indexNames(lists: readonly TagNames[]): NameIndex {
  const byFirst = new Map<string, { tag: string; words: string[] }[]>()
  const single = (word: string) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word)
  for (const { tag, names } of lists) {
    for (const name of names) {
      const words = tokens(name).map(single)
      const [first] = words
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { tag, words }])
    }
  }
  return {
    find(typed, open) {
      const words = typed.map((word) => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : single(word)))
      const found: NamedTag[] = []
      for (const [from, first] of words.entries()) {
        for (const { tag, words: name } of byFirst.get(first) ?? []) {
          const to = from + name.length
          const fits = name.every((part, index) => {
            const own = words[from + index]
            const unfinished = open && from + index === words.length - 1 && index > 0
            return own === part || (unfinished && own !== undefined && own.length >= shortestBeginning && part.startsWith(own))
          })
          if (fits) found.push({ tag, from, to })
        }
      }
      return found
    },
  }
}
