import type { CrmConnector } from '@/lib/domain/ports'
import type { Crm } from '@/lib/domain/record-ref'
import { createHubspotConnector } from './hubspot/connector'
import type { HubspotDeps } from './hubspot/deps'
import type { SalesforceDeps } from './ports'
import { createSalesforceConnector } from './salesforce/connector'

/** A connector for every CRM there is. */
export function createConnectors(deps: { salesforce: SalesforceDeps; hubspot: HubspotDeps }): Record<Crm, CrmConnector> {
  return {
    salesforce: createSalesforceConnector(deps.salesforce),
    hubspot: createHubspotConnector(deps.hubspot),
  }
}
