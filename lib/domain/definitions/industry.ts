import type { ClauseOf } from './clause'
import { vocabularyFinding } from './named'
import type { ClauseInput, Finding } from './result'

export function industry({ anyOf }: ClauseOf<'industry'>, { profile, person, vocabulary }: ClauseInput): Finding {
  return vocabularyFinding('industry', anyOf, vocabulary.industries, { id: profile.industry, word: person.industry })
}
