import * as z from 'zod/mini'
import { touchKind } from '../touch'

const word = z.string().check(z.minLength(1), z.maxLength(200))
const words = z.array(word).check(z.minLength(1), z.maxLength(40))
/** Stays the same while the clause says the same, so that what is learned of it outlives other changes of its definition. */
const id = z.string().check(z.maxLength(60))

export const clauseKind = z.enum(['persona', 'title', 'industry', 'source', 'stage', 'country', 'score', 'story'])
export type ClauseKind = z.infer<typeof clauseKind>

/** One thing a definition or an audience asks of a lead. Ids of personas, industries and stages are the playbook's; other words are the CRM's own. */
export const clause = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('persona'), anyOf: words }),
  z.strictObject({ id, kind: z.literal('title'), anyOf: words }),
  z.strictObject({ id, kind: z.literal('industry'), anyOf: words }),
  z.strictObject({ id, kind: z.literal('source'), anyOf: words }),
  z.strictObject({ id, kind: z.literal('stage'), anyOf: words }),
  z.strictObject({ id, kind: z.literal('country'), anyOf: words }),
  z.strictObject({ id, kind: z.literal('score'), atLeast: z.number() }),
  z.strictObject({
    id, kind: z.literal('story'),
    kinds: z.array(touchKind).check(z.minLength(1)),
    atLeast: z.int().check(z.minimum(1), z.maximum(1000)),
    /** Counted back from now; without it the whole story counts. */
    withinDays: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
    humanOnly: z.boolean(),
  }),
])
export type Clause = z.infer<typeof clause>
export type ClauseOf<K extends ClauseKind> = Extract<Clause, { kind: K }>
