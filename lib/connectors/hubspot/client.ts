import { AppError } from '@/lib/domain/errors'
import { orgKey } from '@/lib/domain/record-ref'
import { createApiClient } from '../http/api-client'
import type { ApiCall, ApiClient } from '../http/types'
import { apiOrigin } from './api'
import { budgetFrom, type Budget } from './budget'
import type { HubspotDeps } from './deps'
import { explain } from './explain'
import { createVersions } from './versions'

/** HubSpot's API for one portal. `{v}` in a path is the API version. */
export interface HubspotClient {
  send: ApiClient['send']
  insist: ApiClient['insist']
  /** The newest count HubSpot gave of calls used and allowed. */
  budget(): Budget | undefined
  /** The portal's distance from UTC, by which daily quotas end. */
  setUtcOffset(ms: number): void
}

/** One client per portal: it remembers rate limits and failures. */
export function createHubspotClients(deps: HubspotDeps): (org: string) => HubspotClient {
  const clients = new Map<string, HubspotClient>()
  return (org) => {
    const known = clients.get(org)
    if (known) return known
    const client = createHubspotClient(deps, org, () => expectToken(deps, org))
    clients.set(org, client)
    return client
  }
}

/** @param org the portal, or any name for a token whose portal is not known yet */
export function createHubspotClient(deps: HubspotDeps, org: string, token: () => Promise<string>): HubspotClient {
  let budget: Budget | undefined
  let utcOffset = 0
  const api = createApiClient({
    origin: apiOrigin,
    fetch: deps.fetch,
    clock: deps.clock,
    chance: deps.chance,
    token,
    explain: (reply) => explain(reply, deps.clock.now(), utcOffset),
    observe: ({ headers }) => { budget = budgetFrom(headers, deps.clock.now()) ?? budget },
  })
  const versions = createVersions(deps, api, org)
  return {
    send: (call) => (call.path.includes('{v}') ? versions.answering((version) => api.send(withVersion(call, version))) : api.send(call)),
    insist: api.insist,
    budget: () => budget,
    setUtcOffset(ms) { utcOffset = ms },
  }
}

function withVersion<C extends ApiCall>(call: C, version: string): C {
  return { ...call, path: call.path.replace('{v}', version) }
}

/** @throws AppError `not-connected`, or `untrusted` for a token that belongs elsewhere */
export async function expectToken(deps: HubspotDeps, org: string): Promise<string> {
  const stored = await deps.vault.get(orgKey({ crm: 'hubspot', org }))
  if (!stored?.accessToken) throw new AppError('not-connected')
  if (stored.apiOrigin !== apiOrigin) throw new AppError('untrusted', { detail: 'origin' })
  return stored.accessToken
}
