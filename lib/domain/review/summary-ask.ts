import * as z from 'zod/mini'
import { compared } from './compared'

/** A question to the hub's summary: leads by their standing verdict of one look, within a span, by one grouping. Moments in epoch milliseconds, `until` excluded. */
export const summaryAsk = z.strictObject({
  by: z.enum(['all', ...compared]),
  looks: z.enum(['first', 'second']),
  since: z.optional(z.number()),
  until: z.optional(z.number()),
})
export type SummaryAsk = z.infer<typeof summaryAsk>

const count = z.number()
/** Leads under one value; `more`: there are values beyond those. */
export const summaryAnswer = z.strictObject({
  groups: z.array(z.strictObject({ key: z.string(), good: count, not_yet: count, wrong: count, cant_tell: count })),
  more: z.boolean(),
})
export type SummaryAnswer = z.infer<typeof summaryAnswer>
