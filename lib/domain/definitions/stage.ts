import type { ClauseOf } from './clause'
import { vocabularyFinding } from './named'
import type { ClauseInput, Finding } from './result'

/** The CRM says it in two words, status and lifecycle: the team's own name of the stage is shown where it is known. */
export function stage({ anyOf }: ClauseOf<'stage'>, { profile, person, vocabulary }: ClauseInput): Finding {
  const word = profile.stage === undefined ? (person.status ?? person.lifecycle) : undefined
  return vocabularyFinding('stage', anyOf, vocabulary.stages, { id: profile.stage, word })
}
