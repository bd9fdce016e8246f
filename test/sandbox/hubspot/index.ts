import type { CrmDeps, SandboxCrm } from '../types.ts'
import { createApi } from './api/app.ts'
import { failureAnswer } from './api/failures.ts'
import { createLimits } from './api/limits.ts'
import type { Token } from './api/tokens.ts'
import { setLeadsideProperties } from './data/leadside-properties.ts'
import { portalProfiles } from './data/portals.ts'
import { seedPortal } from './data/seed.ts'
import { createTokens } from './data/tokens.ts'
import { errorBody, notAuthenticated, rateLimited, type HubspotError } from './errors.ts'
import { createPortal, type Portal } from './model/portal.ts'
import { createOauthStore, type OauthStore } from './oauth/store.ts'
import { createPages } from './pages/app.ts'
import { createSwitches, parseSwitches, type Switches } from './switches.ts'

export { staticTokens } from './data/tokens.ts'
export { hubApp } from './oauth/apps.ts'
export { euPortalId, naPortalId } from './data/portals.ts'

export interface HubspotSandbox extends SandboxCrm {
  /** The accounts by id, as they are now. */
  readonly portals: ReadonlyMap<number, Portal>
  readonly tokens: ReadonlyMap<string, Token>
  readonly oauth: OauthStore
  readonly switches: Readonly<Switches>
  /** Like `portals.get` for an account known to exist. */
  portal(id: number): Portal
}

const apiHosts = ['api.hubapi.com', 'api.hubspot.com']

/** HubSpot in memory: the API and the pages of two accounts, with everything written to them. */
export function createHubspotSandbox({ clock }: CrmDeps): HubspotSandbox {
  const portals = new Map<number, Portal>()
  const tokens = new Map<string, Token>()
  const oauth = createOauthStore(tokens)
  const limits = createLimits()
  let switches = createSwitches()
  const pageHosts = portalProfiles.map(({ host }) => host)

  const reset = (): void => {
    switches = createSwitches()
    tokens.clear()
    for (const [value, token] of createTokens()) tokens.set(value, token)
    oauth.reset()
    limits.reset()
    for (const profile of portalProfiles) {
      const portal = createPortal(profile)
      seedPortal(portal, clock())
      portals.set(portal.id, portal)
    }
  }
  reset()
  const portal = (id: number): Portal => {
    const found = portals.get(id)
    if (found === undefined) throw new Error(`no portal ${id}`)
    return found
  }
  const api = createApi({ portals, tokens, oauth, limits, switches: () => switches, clock })
  const pages = createPages({ portals, oauth, switches: () => switches, clock })

  return {
    name: 'hubspot',
    hostPatterns: [...apiHosts, ...pageHosts],
    hosts: (host) => apiHosts.includes(host) || pageHosts.includes(host),
    fetch: (request) => (apiHosts.includes(new URL(request.url).hostname) ? api(request) : pages(request)),
    refuse(kind, request) {
      const answer = refusal(kind, request)
      if (answer instanceof Response) return answer
      return new Response(JSON.stringify(errorBody(answer.fields, '00000000-0000-7000-8000-00000000fa17')), {
        status: answer.status,
        headers: { 'content-type': 'application/json;charset=utf-8', ...answer.headers },
      })
    },
    reset,
    snapshot: () => ({
      switches,
      portals: [...portals.values()].map(({ id, tier, host, journal, schema }) => ({
        id,
        tier,
        host,
        journal,
        customProperties: schema
          .properties('0-1')
          .filter(({ hubspotDefined }) => !hubspotDefined)
          .map(({ name }) => name),
      })),
    }),
    configure(json) {
      const changes = parseSwitches(json)
      switches = { ...switches, ...changes }
      for (const [id, tier] of Object.entries(changes.tiers ?? {})) portal(Number(id)).tier = tier
      if (changes.leadsideProperties !== undefined) for (const each of portals.values()) setLeadsideProperties(each, changes.leadsideProperties)
    },
    portals,
    tokens,
    oauth,
    get switches() {
      return switches
    },
    portal,
  }
}

function refusal(kind: Parameters<SandboxCrm['refuse']>[0], request: Request): HubspotError | Response {
  switch (kind) {
    case 'unauthorized':
      return notAuthenticated()
    case 'rate-limited':
      return rateLimited(new URL(request.url).pathname.endsWith('/search') ? 'SECONDLY' : 'TEN_SECONDLY_ROLLING')
    case 'server-error':
      return failureAnswer(500)
    case 'unavailable':
      return failureAnswer(503)
  }
}
