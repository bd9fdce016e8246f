import * as z from 'zod/mini'

/**
 * `GET /email/public/v1/events`. Address and place of the reader are not even parsed; the user agent is read once to
 * recognise scanners and goes no further.
 */
export const emailEvent = z.object({
  id: z.optional(z.string()),
  /** Epoch milliseconds. */
  created: z.optional(z.number()),
  type: z.string(),
  emailCampaignId: z.optional(z.number()),
  /** The mail to this one recipient: the SENT event. */
  sentBy: z.optional(z.nullable(z.object({ id: z.string() }))),
  subject: z.optional(z.nullable(z.string())),
  url: z.optional(z.nullable(z.string())),
  filteredEvent: z.optional(z.nullable(z.boolean())),
  userAgent: z.optional(z.nullable(z.string())),
})
export type EmailEvent = z.infer<typeof emailEvent>

export const emailEventPage = z.object({ events: z.array(emailEvent) })
