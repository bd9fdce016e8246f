import type { ClauseOf } from './clause'
import { vocabularyFinding } from './named'
import type { ClauseInput, Finding } from './result'

export function persona({ anyOf }: ClauseOf<'persona'>, { profile, person, vocabulary }: ClauseInput): Finding {
  return vocabularyFinding('persona', anyOf, vocabulary.personas, { id: profile.persona, word: person.title })
}
