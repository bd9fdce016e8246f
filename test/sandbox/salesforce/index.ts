import type { CrmDeps, SandboxCrm } from '../types.ts'

export type SalesforceSandbox = SandboxCrm

/** The stand-in Salesforce. */
export function createSalesforceSandbox(_deps: CrmDeps): SalesforceSandbox {
  const hostPatterns = ['quayside.lightning.force.com', 'quayside.my.salesforce.com']
  return {
    name: 'salesforce',
    hostPatterns,
    hosts: (host) => hostPatterns.includes(host),
    fetch: async () => new Response('[]', { headers: { 'content-type': 'application/json' } }),
    refuse: () => new Response('[]', { status: 503 }),
    reset() {},
    snapshot: () => ({}),
    configure() {},
  }
}
