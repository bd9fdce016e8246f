import * as z from 'zod/mini'
import type { Playbook } from './playbook'
import { normalWords } from './words'

export const vocabularyFamily = z.enum(['stages', 'personas', 'industries'])
export type VocabularyFamily = z.infer<typeof vocabularyFamily>

const unmappedValue = z.strictObject({
  value: z.string(),
  count: z.number(),
  /** The entry that shares most words with it, where one does. */
  guess: z.optional(z.string()),
})
export type UnmappedWord = z.infer<typeof unmappedValue>
/** The CRM's own words that no entry of the playbook covers, most frequent first. */
export const unmappedWords = z.strictObject({ stages: z.array(unmappedValue), personas: z.array(unmappedValue), industries: z.array(unmappedValue) })
export type UnmappedWords = z.infer<typeof unmappedWords>

const wordsOf = (playbook: Playbook, family: VocabularyFamily) => playbook[family].map((entry) => ({
  id: entry.id,
  words: [entry.id, entry.label ?? '', ...('values' in entry ? entry.values : 'patterns' in entry ? entry.patterns : entry.synonyms)],
}))

/** The entry that shares most words with the value; `undefined` where none shares any. */
export function guessEntry(value: string, playbook: Playbook, family: VocabularyFamily): string | undefined {
  const wanted = new Set(normalWords(value).split(' ').filter((word) => word.length > 2))
  let best: { id: string; shared: number } | undefined
  for (const { id, words } of wordsOf(playbook, family)) {
    const known = new Set(words.flatMap((word) => normalWords(word).split(' ')))
    const shared = [...wanted].filter((word) => known.has(word)).length
    if (shared > (best?.shared ?? 0)) best = { id, shared }
  }
  return best?.id
}

/** The playbook in which this word of the CRM belongs to that entry. */
export function mapWord(playbook: Playbook, family: VocabularyFamily, id: string, word: string): Playbook {
  const more = (known: readonly string[]) => [...new Set([...known, word.trim().toLowerCase()])]
  if (family === 'stages') return { ...playbook, stages: playbook.stages.map((stage) => (stage.id === id ? { ...stage, values: more(stage.values) } : stage)) }
  if (family === 'personas') return { ...playbook, personas: playbook.personas.map((persona) => (persona.id === id ? { ...persona, patterns: more(persona.patterns) } : persona)) }
  return { ...playbook, industries: playbook.industries.map((term) => (term.id === id ? { ...term, synonyms: more(term.synonyms) } : term)) }
}
