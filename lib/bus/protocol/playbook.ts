import * as z from 'zod/mini'
import { clause } from '@/lib/domain/definitions/clause'
import { clauseResult } from '@/lib/domain/definitions/result'
import { playbook } from '@/lib/domain/playbook'
import { playbookVersion } from '@/lib/domain/playbook-version'
import { distribution } from '@/lib/domain/promises/distribution'
import { recordRef } from '@/lib/domain/record-ref'
import { unmappedWords } from '@/lib/domain/unmapped'
import type { MessageShape } from '../message'

const interval = z.strictObject({ low: z.number(), high: z.number() })
const rate = z.union([
  z.strictObject({ known: z.literal(true), rate: z.number(), interval, n: z.number() }),
  z.strictObject({ known: z.literal(false), needed: z.number(), n: z.number() }),
])
const acceptance = z.strictObject({ good: z.number(), notYet: z.number(), wrong: z.number(), cantTell: z.number(), judged: z.number(), rate })

/** Acceptance of leads that met a clause and that did not, and their difference. */
export const clausePrediction = z.strictObject({
  definition: z.string(), clause: z.string(), met: acceptance, notMet: acceptance,
  difference: z.union([z.strictObject({ known: z.literal(true), difference: z.number(), interval }), z.strictObject({ known: z.literal(false) })]),
  blamed: z.number(),
})
export type ClausePrediction = z.infer<typeof clausePrediction>

export const clauseTrial = z.strictObject({ ref: recordRef, name: z.string(), company: z.optional(z.string()), sample: z.boolean(), results: z.array(clauseResult) })
export type ClauseTrial = z.infer<typeof clauseTrial>

/** The desk's playbook page, and the rep's "I know it". */
export const playbookMessages = {
  /** Refused as `conflict` unless it was made from the version in force. */
  'playbook.save': { from: 'desk', request: playbook, response: playbook },
  'playbook.versions': { from: 'desk', request: z.strictObject({}), response: z.array(playbookVersion) },
  'playbook.version': { from: 'desk', request: z.strictObject({ version: z.string().check(z.maxLength(40)) }), response: playbook },
  'playbook.unmapped': { from: 'desk', request: z.strictObject({}), response: unmappedWords },
  'playbook.try': { from: 'desk', request: z.strictObject({ clauses: z.array(clause).check(z.maxLength(12)) }), response: z.array(clauseTrial) },
  'playbook.predictions': { from: 'desk', request: z.strictObject({}), response: z.array(clausePrediction) },
  'playbook.reason-use': { from: 'desk', request: z.strictObject({}), response: z.record(z.string(), z.number()) },
  'playbook.promises': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ sales: z.optional(distribution), requests: z.optional(distribution), findings: z.optional(distribution) }) },
} as const satisfies Record<string, MessageShape>
