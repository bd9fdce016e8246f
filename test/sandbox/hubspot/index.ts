import type { CrmDeps, SandboxCrm } from '../types.ts'

export type HubspotSandbox = SandboxCrm

/** The stand-in HubSpot. */
export function createHubspotSandbox(_deps: CrmDeps): HubspotSandbox {
  const hostPatterns = ['app.hubspot.com', 'app-eu1.hubspot.com', 'api.hubapi.com']
  return {
    name: 'hubspot',
    hostPatterns,
    hosts: (host) => hostPatterns.includes(host),
    fetch: async () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
    refuse: () => new Response('{}', { status: 503 }),
    reset() {},
    snapshot: () => ({}),
    configure() {},
  }
}
