import type { ClauseOf } from './clause'
import { wordFinding } from './named'
import type { ClauseInput, Finding } from './result'

export function source({ anyOf }: ClauseOf<'source'>, { person }: ClauseInput): Finding {
  return wordFinding('definition.source', anyOf, person.source)
}
