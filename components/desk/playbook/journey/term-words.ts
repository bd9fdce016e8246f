import type { Playbook } from '@/lib/domain/playbook'

export type TermFamily = 'personas' | 'industries' | 'products'
/** An entry of any of these, its words by one name. */
export interface Worded { id: string; label?: string | undefined; words: readonly string[] }

export function wordsOf(playbook: Playbook, family: TermFamily): Worded[] {
  if (family === 'personas') return playbook.personas.map(({ id, label, patterns }) => ({ id, label, words: patterns }))
  return playbook[family].map(({ id, label, synonyms }) => ({ id, label, words: synonyms }))
}

export function fromWords(family: TermFamily, entries: readonly Worded[]): Partial<Playbook> {
  if (family === 'personas') return { personas: entries.map(({ id, label, words }) => ({ id, label, patterns: [...words] })) }
  return { [family]: entries.map(({ id, label, words }) => ({ id, label, synonyms: [...words] })) }
}
