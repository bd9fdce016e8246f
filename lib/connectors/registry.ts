import type { CrmConnector } from '@/lib/domain/ports'
import type { AssetSource } from '@/lib/domain/source-ports'
import type { Crm } from '@/lib/domain/record-ref'
import { createHubspotConnector } from './hubspot/connector'
import type { HubspotDeps } from './hubspot/deps'
import { createHubspotLibrary } from './hubspot/library/source'
import type { SalesforceDeps } from './ports'
import { createSalesforceConnector } from './salesforce/connector'
import { createSalesforceLibrary } from './salesforce/library/source'

/** A connector for every CRM there is. */
export function createConnectors(deps: { salesforce: SalesforceDeps; hubspot: HubspotDeps }): Record<Crm, CrmConnector> {
  return {
    salesforce: createSalesforceConnector(deps.salesforce),
    hubspot: createHubspotConnector(deps.hubspot),
  }
}

/** What the CRMs keep that sales could send. */
export function createCrmLibraries(deps: { salesforce: SalesforceDeps; hubspot: HubspotDeps }): AssetSource[] {
  return [createSalesforceLibrary(deps.salesforce), createHubspotLibrary(deps.hubspot)]
}
