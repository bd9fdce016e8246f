import * as z from 'zod/mini'

const text = z.optional(z.string())

/** A search on which a rep paused although nothing fitted, whoever searched. Times are epoch milliseconds. */
export const miss = z.strictObject({
  /** Normalised words, stage and industry; see `needKey`. */
  key: z.string(),
  /** As it was last typed. */
  query: z.string(),
  stage: text,
  industry: text,
  persona: text,
  count: z.number(),
  first: z.number(),
  last: z.number(),
})
export type Miss = z.infer<typeof miss>
