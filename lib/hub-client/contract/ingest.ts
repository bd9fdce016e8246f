import * as z from 'zod/mini'
import { recordRef } from '@/lib/domain/record-ref'
import { rawTouch } from '@/lib/domain/touch'
import { clientId, moment } from './wire'

/** SHA-256 of the trimmed lower-case address, in hex. */
export const emailHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** `data` of a CloudEvent of type `app.leadside.touch`: whose it is, by CRM record or by e-mail hash, and what happened. */
export const touchData = z.object({ ref: z.optional(recordRef), emailHash: z.optional(emailHash), touch: rawTouch })
export const touchType = 'app.leadside.touch'

export const touches = z.object({ items: z.array(z.looseObject({ id: z.string(), at: moment })), asOf: moment })
export const touchQuery = z.object({ email: z.optional(emailHash) })

export const senderRequest = z.object({ id: clientId, name: z.string().check(z.minLength(1), z.maxLength(100)) })
export const sender = z.object({ id: clientId, name: z.string(), createdAt: moment, rotatedAt: z.optional(moment), /** Since when it signs with the present secret. */ usedAt: z.optional(moment) })
/** The secret is shown this once. */
export const newSender = z.extend(sender, { secret: z.optional(z.string()) })
export const senders = z.object({ items: z.array(sender) })
