import { createHubspotAdmin } from '@/lib/connectors/hubspot/admin'
import type { HubspotDeps } from '@/lib/connectors/hubspot/deps'
import type { SalesforceDeps } from '@/lib/connectors/ports'
import { createConnectors, createCrmLibraries } from '@/lib/connectors/registry'
import { createSalesforceSignIn } from '@/lib/connectors/salesforce/oauth/sign-in'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { permittedVault } from '@/lib/domain/permitted-vault'
import type { Actor } from '@/lib/domain/person'
import type { Playbook } from '@/lib/domain/playbook'
import type { Crm } from '@/lib/domain/record-ref'
import type { Policy, Settings } from '@/lib/domain/settings'
import { type Statuses, statusesFor } from '@/lib/domain/status-map'
import { salesforceSession } from '@/lib/platform/cookies'
import { permittedFetch } from '@/lib/platform/permitted-fetch'
import type { Stores } from '@/lib/store/open-stores'
import { chance, clock } from './runtime'
import { fetchConsented, type Consent } from './consented'
import { fetchThroughHub, portalOfHub, withHubsPortal, type ThroughHub } from './through-hub'
import { crmWords } from './words'

interface Choices { consent: Consent; settings(): Promise<Settings>; policy(): Promise<Policy>; owner(org: string): Promise<Actor | undefined>; hub: ThroughHub }

/** Both CRMs behind their port, with what they need from the browser and the store. */
export function createAdapters(stores: Stores, { consent, settings, policy, owner, hub }: Choices) {
  // Words are needed synchronously while a verdict is written; the playbook is read before each delivery.
  const words: { playbook: Playbook } = { playbook: defaultPlaybook }
  const shared = {
    fetch: fetchConsented(fetchThroughHub(permittedFetch, hub, globalThis.fetch.bind(globalThis)), consent), clock, chance, vault: permittedVault(withHubsPortal(stores.vault, hub), policy), words: crmWords(() => words.playbook),
    cache: {
      get: (key: string) => stores.answers.get(key),
      set: (key: string, value: unknown, ttlMs: number) => stores.answers.set(key, value, ttlMs),
      remove: (key: string) => stores.answers.remove(key),
    },
  }
  const throughHub = (org: string) => portalOfHub(org, stores.vault, hub)
  const log = async () => {
    words.playbook = (await stores.playbooks.current()) ?? defaultPlaybook
    return { notes: (await policy()).allowFreeText !== false }
  }
  const salesforceDeps: SalesforceDeps = {
    ...shared, session: salesforceSession, settings: async (org) => ({ statusByVerdict: await statuses('salesforce', org, true), campaignKinds: {}, log: await log() }),
  }
  const hubspotDeps: HubspotDeps = {
    ...shared, settings: async (org) => ({ owner: (await throughHub(org))?.actor ?? await owner(org), statusByVerdict: await statuses('hubspot', org, true), log: await log() }),
  }
  const connectors = createConnectors({ salesforce: salesforceDeps, hubspot: hubspotDeps })
  async function statuses(crm: Crm, org: string, ask: boolean): Promise<Statuses> {
    const agreed = async () => (crm === 'hubspot' ? (await throughHub(org))?.statuses : undefined)
    return statusesFor(crm, { policy: await policy(), agreed, chosen: (await settings()).statusMap, mayAdminister: () => connectors[crm].mayAdminister(org, ask) })
  }
  return {
    connectors, statuses,
    libraries: createCrmLibraries({ salesforce: salesforceDeps, hubspot: hubspotDeps }),
    salesforceSignIn: createSalesforceSignIn(salesforceDeps),
    hubspotAdmin: createHubspotAdmin(hubspotDeps),
  }
}
export type Adapters = ReturnType<typeof createAdapters>
