import * as z from 'zod/mini'
import { campaignBy } from './influence'
import { verdictValue } from './ledger'
import { recordRef } from './record-ref'

const text = z.optional(z.string())

/** One verdict as the feedback table shows it: the standing one of its click, details merged. `at` in epoch milliseconds. */
export const feedbackRow = z.strictObject({
  id: z.string(), at: z.number(), ref: recordRef, url: z.string(), recordName: text, company: text,
  verdict: verdictValue, reason: text, until: text, note: text, rep: text,
  campaigns: z.array(z.string()), campaignsBy: z.optional(z.array(campaignBy)), onlyFirstDated: z.optional(z.literal(true)), source: text, persona: text, industry: text, stage: text, assets: z.array(z.string()),
  secondLook: z.boolean(), look: z.enum(['first', 'second', 'past']), sample: z.boolean(), origin: z.enum(['here', 'crm', 'hub']),
})
export type FeedbackRow = z.infer<typeof feedbackRow>
