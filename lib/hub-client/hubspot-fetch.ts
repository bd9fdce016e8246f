import { portalHeader } from './contract/hubspot'

export interface HubspotFetchDeps {
  /** The hub's address, without a slash at the end. */
  url: string
  /** The portal the hub is joined to. */
  portal: string
  /** The token of this device at the hub. */
  token: () => Promise<string | undefined>
  fetch: typeof fetch
}

/** Where the connector believes to talk to. */
const hubspotOrigin = 'https://api.hubapi.com'

/**
 * A `fetch` that brings HubSpot's own calls to the hub. What the connector would send to HubSpot in the way of a token stays here: the
 * hub gets this device's, and knows HubSpot's itself.
 */
export function createHubspotFetch({ url, portal, token, fetch }: HubspotFetchDeps): typeof fetch {
  return async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input)
    if (asked.origin !== hubspotOrigin) throw new TypeError('not for HubSpot')
    const headers = new Headers(init?.headers)
    const bearer = await token()
    if (bearer === undefined) headers.delete('authorization')
    else headers.set('authorization', `Bearer ${bearer}`)
    headers.set(portalHeader, portal)
    return fetch(`${url}/v1/hubspot${asked.pathname}${asked.search}`, { ...init, headers })
  }
}
