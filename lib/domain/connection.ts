import * as z from 'zod/mini'
import { errorInfo } from './errors'
import { actor } from './person'
import { crm } from './record-ref'

/** How one CRM organisation is connected: what works, what is missing and who can provide it. */
export const connection = z.strictObject({
  crm,
  org: z.string(),
  state: z.enum(['connected', 'expired', 'failed']),
  mode: z.enum(['oauth', 'session', 'token', 'hub']),
  actingAs: z.optional(actor),
  /** The acting user may administer the CRM: what holds for the whole team may be chosen here. Absent: no, or nobody knows. */
  admin: z.optional(z.boolean()),
  /** Calls of the day, or of ten seconds where the CRM tells no more. */
  budget: z.optional(z.strictObject({ used: z.number(), max: z.number(), at: z.number(), per: z.optional(z.literal('ten-seconds')) })),
  scopes: z.array(z.string()),
  abilities: z.array(z.strictObject({
    name: z.string(), ok: z.boolean(), need: z.optional(z.string()), who: z.optional(z.enum(['you', 'admin', 'vendor', 'hub'])),
  })),
  error: z.optional(errorInfo),
})
export type Connection = z.infer<typeof connection>
