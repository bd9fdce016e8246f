import * as z from 'zod/mini'
import { clause } from './clause'
import { evaluate } from './evaluate'
import { clauseResult, type ClauseInput } from './result'

/** What the two teams agreed to call by a name (MQL, SQL): clauses over what the panel knows. */
export const definition = z.strictObject({
  id: z.string().check(z.maxLength(60)),
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Grows by one when a clause or the name changes; verdicts keep the one they were given under. */
  version: z.int(),
  /** When this version was made, epoch milliseconds. */
  at: z.number(),
  /** Who agreed to it, of both teams. */
  agreedWith: z.optional(z.string().check(z.maxLength(300))),
  clauses: z.array(clause).check(z.minLength(1), z.maxLength(12)),
})
export type Definition = z.infer<typeof definition>

/** A definition put to one lead. */
export const definitionView = z.strictObject({
  id: z.string(),
  label: z.string(),
  version: z.number(),
  at: z.number(),
  agreedWith: z.optional(z.string()),
  results: z.array(clauseResult),
})
export type DefinitionView = z.infer<typeof definitionView>

export function viewDefinitions(definitions: readonly Definition[], input: ClauseInput): DefinitionView[] {
  return definitions.map(({ clauses, ...about }) => ({ ...about, results: evaluate(clauses, input) }))
}

/** What of a definition stays with a verdict: its version, and which clauses held; the rest was not known. */
export const definitionEvidence = z.strictObject({ id: z.string(), version: z.number(), met: z.array(z.string()), notMet: z.array(z.string()) })
export type DefinitionEvidence = z.infer<typeof definitionEvidence>

export function toEvidence({ id, version, results }: DefinitionView): DefinitionEvidence {
  const idsOf = (wanted: string) => results.filter(({ state }) => state === wanted).map(({ clauseId }) => clauseId)
  return { id, version, met: idsOf('met'), notMet: idsOf('not-met') }
}
