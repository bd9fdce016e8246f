import * as z from 'zod/mini'
import { promotionView } from './promotion'
import { recordRef } from './record-ref'
import { sentence } from './sentence'

/** One line of Today: a lead that waits for the rep, and why. `at` in epoch milliseconds. */
export const todayItem = z.strictObject({
  kind: z.enum(['returned', 'answered', 'opened', 'to-judge', 'stuck']),
  ref: recordRef,
  name: z.string(),
  company: z.optional(z.string()),
  at: z.number(),
  sentence,
  url: z.string(),
})
export type TodayItem = z.infer<typeof todayItem>

/** `promotions`: what marketing offers now, to whomever it fits. `findings`: how many of those due marketing answered in time. */
export const todayView = z.strictObject({ items: z.array(todayItem), promotions: z.array(promotionView), findings: z.optional(z.strictObject({ answered: z.number(), of: z.number() })), asOf: z.number() })
export type TodayView = z.infer<typeof todayView>
