import * as z from 'zod/mini'
import { verdictValue } from './ledger'
import { actor, person } from './person'
import { sourceReport } from './source-report'
import { rawTouch } from './touch'

/** A verdict as the CRM record carries it, whoever gave it. */
export const standingVerdict = z.strictObject({
  eventId: z.optional(z.string()),
  at: z.number(),
  verdict: verdictValue,
  reason: z.optional(z.string()),
  until: z.optional(z.string()),
  note: z.optional(z.string()),
  by: z.optional(z.string()),
})
export type StandingVerdict = z.infer<typeof standingVerdict>

/** A mail the CRM logged by itself, with the addresses it carried: how an opened send becomes a sent one. */
export const loggedMail = z.strictObject({ id: z.string(), at: z.number(), subject: z.string(), links: z.array(z.string()) })
export type LoggedMail = z.infer<typeof loggedMail>

/** All one read of a record brought home. `readAt` in epoch milliseconds. */
export const snapshot = z.strictObject({
  person,
  touches: z.array(rawTouch),
  sources: z.array(sourceReport),
  verdicts: z.array(standingVerdict),
  mails: z.array(loggedMail),
  actingAs: z.optional(actor),
  readAt: z.number(),
})
export type Snapshot = z.infer<typeof snapshot>
