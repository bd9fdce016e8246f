import * as z from 'zod/mini'
import type { VerdictValue } from './ledger'

const text = z.optional(z.string())

/** A label of its own, or none: then the catalogue's `<family>.<id>`. */
const named = { id: z.string(), label: text }

export const reason = z.strictObject({ ...named, retired: z.optional(z.boolean()), mergedInto: text })
export type Reason = z.infer<typeof reason>

export const stage = z.strictObject({ ...named, owner: z.enum(['marketing', 'sales']), values: z.array(z.string()) })
export type Stage = z.infer<typeof stage>

/** `patterns` are lower-case words or phrases looked for in the title, whole words only. */
export const persona = z.strictObject({ ...named, patterns: z.array(z.string()) })
export type Persona = z.infer<typeof persona>

export const term = z.strictObject({ ...named, synonyms: z.array(z.string()) })
export type Term = z.infer<typeof term>

/** An asset marketing asks the team to use for a while. Epoch milliseconds. */
export const promotion = z.strictObject({ assetId: z.string(), from: z.optional(z.number()), until: z.optional(z.number()) })
export type Promotion = z.infer<typeof promotion>

export const playbook = z.strictObject({
  version: z.string(),
  reasons: z.strictObject({ good: z.array(reason), not_yet: z.array(reason), wrong: z.array(reason), cant_tell: z.array(reason) }),
  /** In order, first to last. */
  stages: z.array(stage),
  personas: z.array(persona),
  industries: z.array(term),
  products: z.array(term),
  promotions: z.optional(z.array(promotion)),
})
export type Playbook = z.infer<typeof playbook>

export function reasonsFor(book: Playbook, verdict: VerdictValue): Reason[] {
  return book.reasons[verdict].filter((entry) => !entry.retired)
}
