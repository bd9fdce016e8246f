import * as z from 'zod/mini'
import { groupings } from '@/lib/domain/acceptance-groups'
import { cloudEvent } from '@/lib/domain/cloud-event'
import { errorKind } from '@/lib/domain/errors'
import { verdictValue } from '@/lib/domain/ledger'
import { moment, mostPerBatch, pageOf } from './wire'

export { cloudEvent, eventTypeOf, sourceOf, toCloudEvent, type CloudEvent } from '@/lib/domain/cloud-event'

/** Each entry is judged by itself, so the batch asks for no more than being one. */
export const eventBatch = z.array(z.unknown()).check(z.minLength(1), z.maxLength(mostPerBatch))

/** `accepted` and `duplicate` both mean: it is committed. */
export const outcome = z.object({
  id: z.string(),
  status: z.enum(['accepted', 'duplicate', 'refused']),
  kind: z.optional(errorKind),
  detail: z.optional(z.string()),
})
export type Outcome = z.infer<typeof outcome>
export const outcomes = z.object({ outcomes: z.array(outcome) })

export const ledgerPage = pageOf(cloudEvent)

/** The latest verdict of a record, whoever gave it. */
export const standing = z.object({
  eventId: z.string(), at: moment, verdict: verdictValue, reason: z.optional(z.string()), until: z.optional(z.string()), by: z.string(), secondLook: z.boolean(),
})
export const standingAnswer = z.object({ standing: z.optional(standing), secondLook: z.optional(standing) })

export const grouping = z.enum(['all', ...groupings])
export const summaryQuery = z.object({
  by: z.optional(grouping),
  /** Days `YYYY-MM-DD`, both included. */
  from: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
  to: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
  /** Instead of days: moments in epoch milliseconds, the second excluded. The answer repeats them; a hub that does not know them does not. */
  since: z.optional(z.string().check(z.regex(/^\d{1,16}$/))),
  until: z.optional(z.string().check(z.regex(/^\d{1,16}$/))),
  looks: z.optional(z.enum(['first', 'second'])),
  /** One group for each value and day, instead of one for each value. */
  each: z.optional(z.literal('day')),
})
/**
 * Leads by their standing verdict. A lead of several campaigns or assets counts under each. `day` (UTC, `YYYY-MM-DD`) is that of the
 * verdict; it is there where days were asked for.
 */
export const summaryGroup = z.object({ key: z.string(), day: z.optional(z.string()), good: z.number(), not_yet: z.number(), wrong: z.number(), cant_tell: z.number() })
/** Largest groups first, days in order. `more`: there are groups beyond those shown. */
export const summary = z.object({ groups: z.array(summaryGroup), more: z.boolean(), asOf: moment, since: z.optional(moment), until: z.optional(moment) })
