import * as z from 'zod/mini'
import type { Person, Profile } from '../person'
import type { Playbook } from '../playbook'
import { sentence } from '../sentence'
import type { SourceReport } from '../source-report'
import type { Touch } from '../touch'

/** `unknown`: what would decide it is not known of this lead, which is neither for nor against it. */
export const clauseState = z.enum(['met', 'not-met', 'unknown'])
export type ClauseState = z.infer<typeof clauseState>

/** How one clause stands for one lead, with what it asks, what was found, and the touches that is read from. */
export const clauseResult = z.strictObject({
  clauseId: z.string(),
  state: clauseState,
  asks: sentence,
  found: sentence,
  touchIds: z.array(z.string()),
})
export type ClauseResult = z.infer<typeof clauseResult>

/** All a clause may look at. */
export interface ClauseInput {
  person: Person
  profile: Profile
  /** Newest first, labelled. */
  touches: readonly Touch[]
  /** How the last read of each source went. */
  sources?: readonly SourceReport[] | undefined
  vocabulary: Pick<Playbook, 'stages' | 'personas' | 'industries'>
  now: number
}

/** What an evaluator answers; its clause's id is put to it afterwards. */
export type Finding = Omit<ClauseResult, 'clauseId'>
