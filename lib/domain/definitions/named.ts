import { labelOf, say, type SentenceValue } from '../sentence'
import { normalWords } from '../words'
import type { ClauseState, Finding } from './result'

interface Entry { id: string; label?: string | undefined }

/** The list of what a clause allows, by the names the team gave. */
export function namesOf(family: string, ids: readonly string[], entries: readonly Entry[]): SentenceValue {
  return { list: ids.map((id) => nameOf(family, id, entries)) }
}

function nameOf(family: string, id: string, entries: readonly Entry[]): string | { say: string } {
  const name = labelOf(family, entries.find((entry) => entry.id === id) ?? { id })
  return typeof name === 'object' && 'say' in name ? name : String(name)
}

/**
 * A clause about an entry of the vocabulary. The CRM's own word stands as the evidence; without one, or with one the team has
 * not mapped, nobody knows.
 */
export function vocabularyFinding(family: string, anyOf: readonly string[], entries: readonly Entry[], value: { id: string | undefined; word: string | undefined }): Finding {
  const state: ClauseState = value.id === undefined ? 'unknown' : anyOf.includes(value.id) ? 'met' : 'not-met'
  const found = value.id !== undefined
    ? say('definition.is', value.word ?? nameOf(family, value.id, entries))
    : value.word ? say('definition.not_mapped', value.word) : say('definition.not_known')
  return { state, asks: say(`definition.${family}`, namesOf(family, anyOf, entries)), found, touchIds: [] }
}

/** A clause about the CRM's own words: upper and lower case, accents and punctuation do not matter. */
export function wordFinding(asks: string, anyOf: readonly string[], word: string | undefined, matches: (word: string, wanted: string) => boolean = (a, b) => a === b): Finding {
  const asked = say(asks, { list: [...anyOf] })
  const known = normalWords(word ?? '')
  if (word === undefined || known === '') return { state: 'unknown', asks: asked, found: say('definition.not_known'), touchIds: [] }
  const met = anyOf.some((wanted) => normalWords(wanted) !== '' && matches(known, normalWords(wanted)))
  return { state: met ? 'met' : 'not-met', asks: asked, found: say('definition.is', word), touchIds: [] }
}
