import type { ClauseOf } from './clause'
import { wordFinding } from './named'
import type { ClauseInput, Finding } from './result'

export function country({ anyOf }: ClauseOf<'country'>, { person }: ClauseInput): Finding {
  return wordFinding('definition.country', anyOf, person.country)
}
