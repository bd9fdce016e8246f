import { say } from '../sentence'
import type { ClauseOf } from './clause'
import type { ClauseInput, Finding } from './result'

export function score({ atLeast }: ClauseOf<'score'>, { person }: ClauseInput): Finding {
  const asks = say('definition.score', atLeast)
  if (!person.score) return { state: 'unknown', asks, found: say('definition.not_known'), touchIds: [] }
  const { value } = person.score
  return { state: value >= atLeast ? 'met' : 'not-met', asks, found: say('definition.is', value), touchIds: [] }
}
