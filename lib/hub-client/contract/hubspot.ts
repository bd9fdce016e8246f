import * as z from 'zod/mini'
import { actor } from '@/lib/domain/person'
import { statusByVerdict } from './people'

/**
 * HubSpot through the hub: a call that the hub offers (`hubspot-calls.ts`) goes to `/v1/hubspot` followed by HubSpot's own path,
 * query and body, and is answered with HubSpot's own JSON under 200. Refusals are problems with our kinds, HubSpot's already read.
 * Every call names the portal it means in this header; with another one joined it is refused as `wrong-org`.
 */
export const portalHeader = 'leadside-portal'

/** What a member may know of the hub's HubSpot. */
export const hubspotState = z.object({
  /** `broken`: HubSpot no longer takes the hub's token, the owner has to connect again. */
  state: z.enum(['none', 'connected', 'broken']),
  mode: z.optional(z.enum(['oauth', 'key'])),
  /** Portal id. */
  portal: z.optional(z.string()),
  /** Host of the portal's pages. */
  uiDomain: z.optional(z.string()),
  scopes: z.optional(z.array(z.string())),
  /** Whether this hub has what the OAuth flow takes. */
  oauth: z.boolean(),
  /** Which owner of the portal has your address; `verified` where the hub knows the address is yours. */
  you: z.optional(actor),
  /** Lead status by verdict, as the owner agreed to it: the only ones a rep may set through the hub. */
  statusByVerdict: z.optional(statusByVerdict),
})
export type HubspotState = z.infer<typeof hubspotState>

/** Where the owner is to be sent; good once, for ten minutes. */
export const hubspotConnect = z.object({ url: z.string() })

/** A static token instead of the OAuth flow. */
export const hubspotKey = z.object({ key: z.string().check(z.regex(/^[\x21-\x7e]{8,600}$/)) })
