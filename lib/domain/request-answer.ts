import * as z from 'zod/mini'

/** Requests that ask for the same, answered with an asset; those who asked recognise the ids in their own ledger. Epoch milliseconds. */
export const requestAnswer = z.strictObject({
  kind: z.literal('request-answer'),
  id: z.string().check(z.maxLength(200)),
  version: z.number(),
  updatedAt: z.number(),
  requestIds: z.array(z.string()).check(z.maxLength(2000)),
  assetId: z.string().check(z.maxLength(120)),
  note: z.optional(z.string().check(z.maxLength(1000))),
})
export type RequestAnswer = z.infer<typeof requestAnswer>
