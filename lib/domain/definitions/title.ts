import { containsPhrase } from '../words'
import type { ClauseOf } from './clause'
import { wordFinding } from './named'
import type { ClauseInput, Finding } from './result'

/** One of the phrases stands in the job title, as whole words. */
export function title({ anyOf }: ClauseOf<'title'>, { person }: ClauseInput): Finding {
  return wordFinding('definition.title', anyOf, person.title, containsPhrase)
}
