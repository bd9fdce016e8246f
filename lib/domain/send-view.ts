import * as z from 'zod/mini'
import { sendChannel } from './ledger'
import { sentence } from './sentence'

/** A mail about to be opened, its fields merged. `missing` names the fields that have no value. */
export const preparedSend = z.strictObject({
  assetId: z.string(),
  to: z.optional(z.string()),
  toName: z.string(),
  subject: z.string(),
  body: z.string(),
  link: z.optional(z.string()),
  /** The hub will be asked for a link that tells when it is opened, to put in its place. */
  tracked: z.optional(z.boolean()),
  missing: z.array(z.string()),
  channels: z.array(z.strictObject({ channel: sendChannel, ok: z.boolean(), why: z.optional(sentence) })),
  channel: sendChannel,
})
export type PreparedSend = z.infer<typeof preparedSend>
