import { recordKey } from '@/lib/domain/record-key'
import type { RecordRef } from '@/lib/domain/record-ref'
import { detectRecord } from './detect'

const salesforceObjects = { lead: 'Lead', contact: 'Contact', account: 'Account' }

/**
 * The CRM page of a record. `host` is the page host the org was last seen on: HubSpot serves a portal from its region's
 * host, Salesforce a person from Lightning or Classic. Without it the addresses both CRMs redirect from are used.
 */
export function recordUrl(ref: RecordRef, host?: string): string {
  const seen = `https://${host}${path(ref)}`
  const found = host && host !== ref.org ? detectRecord(seen) : undefined
  if (found && recordKey(found) === recordKey(ref)) return seen
  return ref.crm === 'hubspot' ? `https://app.hubspot.com${path(ref)}` : `https://${ref.org}/${ref.id}`
}

function path(ref: RecordRef): string {
  if (ref.crm === 'hubspot') return `/contacts/${ref.org}/record/${ref.kind === 'lead' ? '0-136' : '0-1'}/${ref.id}`
  return `/lightning/r/${salesforceObjects[ref.kind]}/${ref.id}/view`
}
