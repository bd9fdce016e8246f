import * as z from 'zod/mini'
import { definition } from './definitions/definition'
import type { VerdictValue } from './ledger'
import { promises } from './promises/promise'
import { promotion } from './promotion'
import { isOffered } from './reasons'

export type { Promotion } from './promotion'

const text = z.optional(z.string())

/** A label of its own, or none: then the catalogue's `<family>.<id>`. */
const named = { id: z.string(), label: text }

export const reason = z.strictObject({ ...named, retired: z.optional(z.boolean()), mergedInto: text })
export type Reason = z.infer<typeof reason>

/** `owner`: whose turn a lead of this stage is. `entry`: in a sentence, when a lead enters it. */
export const stage = z.strictObject({ ...named, owner: z.enum(['marketing', 'sales']), values: z.array(z.string()), entry: text })
export type Stage = z.infer<typeof stage>

/** `patterns` are lower-case words or phrases looked for in the title, whole words only. */
export const persona = z.strictObject({ ...named, patterns: z.array(z.string()) })
export type Persona = z.infer<typeof persona>

export const term = z.strictObject({ ...named, synonyms: z.array(z.string()) })
export type Term = z.infer<typeof term>

export const playbook = z.strictObject({
  version: z.string(),
  reasons: z.strictObject({ good: z.array(reason), not_yet: z.array(reason), wrong: z.array(reason), cant_tell: z.array(reason) }),
  /** In order, first to last. */
  stages: z.array(stage),
  personas: z.array(persona),
  industries: z.array(term),
  products: z.array(term),
  definitions: z.optional(z.array(definition).check(z.maxLength(8))),
  promises: z.optional(promises),
  promotions: z.optional(z.array(promotion)),
  /** Epoch milliseconds, and the name of who saved it. */
  savedAt: z.optional(z.number()),
  savedBy: text,
})
export type Playbook = z.infer<typeof playbook>

/** The reasons offered with a verdict. */
export function reasonsFor(book: Playbook, verdict: VerdictValue): Reason[] {
  return book.reasons[verdict].filter(isOffered)
}
