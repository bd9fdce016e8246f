import type { HubMembership } from '@/lib/domain/hub'
import type { Actor } from '@/lib/domain/person'
import { orgKey } from '@/lib/domain/record-ref'
import type { Statuses } from '@/lib/domain/status-map'
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

export interface PortalOfHub {
  /** Who acts there: the hub takes no other name than its member's own. */
  actor: Actor
  /** The statuses its owner agreed to, and no others. */
  statuses: Statuses
}

/** What holds in a portal that is reached through the hub; `undefined` where it is not, or with a key of one's own. */
export async function portalOfHub(org: string, vault: Pick<TokenVault, 'get'>, { membership }: Pick<ThroughHub, 'membership'>): Promise<PortalOfHub | undefined> {
  const { hubspot, member } = (await membership()) ?? {}
  if (!member || hubspot?.portal !== org || await vault.get(orgKey({ crm: 'hubspot', org })).catch(() => undefined)) return undefined
  const { id, name, email } = member
  return { actor: hubspot.you ?? { id, name, email, verified: false }, statuses: hubspot.statusByVerdict ?? {} }
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
