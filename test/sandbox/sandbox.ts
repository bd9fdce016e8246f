import { createControl } from './control.ts'
import { createFaults } from './faults.ts'
import { createGateway, type Outcome, type Service } from './gateway.ts'
import { createHubspotSandbox, type HubspotSandbox } from './hubspot/index.ts'
import { createInProcessFetch } from './in-process-fetch.ts'
import { createLinksDoor, type LinksDoor } from './links-door.ts'
import { createMarketingSite, type MarketingSite } from './marketing-site.ts'
import { createRequestLog, type WritableRequestLog } from './request-log.ts'
import { createSalesforceSandbox, type SalesforceSandbox } from './salesforce/index.ts'
import type { Clock, Faults } from './types.ts'
import { createWebmail } from './webmail.ts'
import { createWebsite } from './website.ts'

export interface SandboxOptions {
  clock?: Clock | undefined
}

/** Both stand-in CRMs, the vendor's website, web mail and the control API, reachable without a socket. */
export interface SandboxCore {
  salesforce: SalesforceSandbox
  hubspot: HubspotSandbox
  /** What marketing publishes; changed by tests. */
  site: MarketingSite
  /** The public address of a hub's links. */
  links: LinksDoor
  log: WritableRequestLog
  faults: Faults
  hostPatterns: readonly string[]
  serves(host: string): boolean
  /** One request in, its answer or `reset` out; faults applied, logged. */
  handle(request: Request): Promise<Outcome>
  /** A drop-in for `fetch` that reaches the sandbox and nothing else. */
  fetch: typeof fetch
  /** Seed data back, faults and log cleared. */
  reset(): void
}

/** Builds the sandbox in memory; `startSandbox` puts it on a port. */
export function createSandbox(options: SandboxOptions = {}): SandboxCore {
  const clock = options.clock ?? Date.now
  const salesforce = createSalesforceSandbox({ clock })
  const hubspot = createHubspotSandbox({ clock })
  const site = createMarketingSite()
  const links = createLinksDoor()
  const crms = [salesforce, hubspot]
  const faults = createFaults()
  const log = createRequestLog()
  const reset = (): void => {
    for (const crm of crms) crm.reset()
    site.reset()
    faults.clear()
    log.clear()
  }
  const services: (Service & { hostPatterns: readonly string[] })[] = [...crms, createWebsite(), links, site, createWebmail(), createControl({ crms, faults, log, reset })]
  const handle = createGateway({ services, faults, log, clock })

  return {
    salesforce,
    hubspot,
    site,
    links,
    log,
    faults,
    hostPatterns: services.flatMap((service) => service.hostPatterns),
    serves: (host) => services.some((service) => service.hosts(host)),
    handle,
    fetch: createInProcessFetch(handle),
    reset,
  }
}
