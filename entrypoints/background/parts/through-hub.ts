import type { HubMembership } from '@/lib/domain/hub'
import type { StoredToken, TokenVault } from '@/lib/domain/token-vault'
import { createHubspotFetch } from '@/lib/hub-client/hubspot-fetch'

const hubspotOrigin = 'https://api.hubapi.com'
/** Stands where a HubSpot token would: HubSpot's own is known to the hub only. */
const standIn = 'through-hub:'

export interface ThroughHub {
  membership(): Promise<HubMembership | undefined>
  /** The token of the hub's session. */
  token(): Promise<string | undefined>
}

/** The vault with the portal that the hub offers; a key of one's own goes first. */
export function withHubsPortal(vault: TokenVault, hub: ThroughHub): TokenVault {
  return {
    ...vault,
    async get(org, userId) {
      const own = await vault.get(org, userId)
      if (own) return own
      const joined = await hub.membership()
      const offer = joined?.ended ? undefined : joined?.hubspot
      if (!joined || !offer || org !== `hubspot:${offer.portal}`) return undefined
      return { accessToken: standIn + offer.portal, userId: offer.you?.id ?? joined.member.id, apiOrigin: hubspotOrigin, mode: 'hub', scopes: offer.scopes } satisfies StoredToken
    },
  }
}

/** HubSpot's calls that carry the stand-in go to the hub under its own session, which takes no host permission; all others straight. */
export function fetchThroughHub(straight: typeof globalThis.fetch, hub: ThroughHub, toHub: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const bearer = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '')
    if (!bearer?.startsWith(standIn)) return straight(input, init)
    const joined = await hub.membership()
    if (!joined) return new Response(null, { status: 401 })
    return createHubspotFetch({ url: joined.address, portal: bearer.slice(standIn.length), token: hub.token, fetch: toHub })(input, init)
  }
}
