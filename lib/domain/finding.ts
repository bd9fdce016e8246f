import * as z from 'zod/mini'

const text = z.optional(z.string().check(z.maxLength(2000)))
const tallied = z.strictObject({ good: z.number(), n: z.number() })

export const findingState = z.enum(['noticed', 'decided', 'changed', 'measured'])
export type FindingState = z.infer<typeof findingState>

/**
 * What marketing learned from verdicts, and what became of it: noticed → decided → changed → measured. Times are epoch
 * milliseconds. It names verdicts and never reps: whoever gave one of them recognises its id in the own ledger.
 */
export const finding = z.strictObject({
  kind: z.literal('finding'),
  id: z.string().check(z.maxLength(200)),
  version: z.number(),
  updatedAt: z.number(),
  sentence: z.string().check(z.minLength(1), z.maxLength(1000)),
  /** Who sees to it. */
  owner: text,
  state: findingState,
  noticedAt: z.number(),
  decidedAt: z.optional(z.number()),
  changedAt: z.optional(z.number()),
  measuredAt: z.optional(z.number()),
  /** What is decided or was changed, for the reps to read. */
  change: text,
  /** The leads it concerns: verdicts of this campaign, source or reason; all of those given. */
  concerns: z.strictObject({ campaign: text, source: text, reason: text }),
  verdictIds: z.array(z.string()).check(z.maxLength(2000)),
  /** How many more it named, which were erased with their person. */
  erased: z.optional(z.number()),
  /** How many different reps gave those verdicts. */
  reps: z.number(),
  /** Acceptance before and after the change, as last measured. */
  measured: z.optional(z.strictObject({ before: tallied, after: tallied })),
})
export type Finding = z.infer<typeof finding>
