import type { Crm, RecordRef } from '@/lib/domain/record-ref'
import { detectHubspot, isHubspotHost } from './hubspot'
import { detectSalesforce, toSalesforceOrg } from './salesforce'

/** One detector per CRM. Adding one means: its file, this line, its samples. */
export const detectors: Record<Crm, (url: URL) => RecordRef | undefined> = { salesforce: detectSalesforce, hubspot: detectHubspot }

/** The record a page address shows; undefined for every other text. Never throws. */
export function detectRecord(address: string): RecordRef | undefined {
  const url = toUrl(address)
  return url && (detectors.salesforce(url) ?? detectors.hubspot(url))
}

/** Whether the address belongs to a CRM we know, whatever it shows. */
export function detectCrm(address: string): Crm | undefined {
  const host = toUrl(address)?.hostname ?? ''
  if (toSalesforceOrg(host)) return 'salesforce'
  return isHubspotHost(host) ? 'hubspot' : undefined
}

function toUrl(address: string): URL | undefined {
  try {
    const url = new URL(address)
    return url.protocol === 'https:' ? url : undefined
  } catch {
    return undefined
  }
}
