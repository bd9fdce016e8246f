import * as z from 'zod/mini'

/** One marketing event (mostly a webinar) this contact registered for. */
export const participation = z.object({
  id: z.string(),
  associations: z.object({ marketingEvent: z.object({ marketingEventId: z.string(), name: z.string() }) }),
  properties: z.object({
    /** Epoch milliseconds. */
    occurredAt: z.number(),
    /** ATTENDED, CANCELLED, EMPTY, NO_SHOW or REGISTERED. */
    attendanceState: z.string(),
    attendanceDurationSeconds: z.optional(z.nullable(z.number())),
    /** A share from 0 to 1, as text. */
    attendancePercentage: z.optional(z.nullable(z.string())),
  }),
})
export type Participation = z.infer<typeof participation>

export const participationPage = z.object({ results: z.array(participation) })
