import * as z from 'zod/mini'

/** A span somebody promised: elapsed hours, or weekdays (Monday to Friday, midnight to midnight where the team is). */
export const promise = z.strictObject({ amount: z.number().check(z.positive(), z.maximum(10_000)), unit: z.enum(['hours', 'weekdays']) })
export type PromisedSpan = z.infer<typeof promise>
export type PromiseUnit = PromisedSpan['unit']

export const promiseKind = z.enum(['sales', 'requests', 'findings'])
export type PromiseKind = z.infer<typeof promiseKind>

/** What each team promised the other. `sales`: first verdict or touch of a lead; `requests`, `findings`: marketing's answer. */
export const promises = z.strictObject({
  sales: z.optional(promise),
  requests: z.optional(promise),
  findings: z.optional(promise),
  /** IANA name; weekdays are those of this zone. */
  timeZone: z.string().check(z.maxLength(60)),
})
export type Promises = z.infer<typeof promises>
