import * as z from 'zod/mini'

const portal = z.pipe(z.number(), z.transform(String))

/** What ties a token to its portal; `utcOffsetMilliseconds` of the portal's time zone. */
export const portalFacts = z.object({ portalId: z.string(), uiDomain: z.string(), utcOffsetMilliseconds: z.number() })
export type PortalFacts = z.infer<typeof portalFacts>

/** `GET /account-info/{v}/details` */
export const accountDetails = z.object({ portalId: portal, uiDomain: z.string(), utcOffsetMilliseconds: z._default(z.number(), 0) })

/** `POST /oauth/v2/private-apps/get/access-token-info`: what a static token may do and who made it. */
export const tokenFacts = z.object({ hubId: portal, userId: z.optional(z.pipe(z.number(), z.transform(String))), scopes: z.array(z.string()) })
