import type { CrmConnector } from '@/lib/domain/ports'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import { expectRecordId } from '../addresses'
import { batchLimit } from '../api'
import type { HubspotClient } from '../client'
import { contactsOfLeads } from '../read/contact-of-lead'
import { mergeSubmissions, submissionsOf } from '../read/form-submissions'
import { objectBatch, type CrmObject } from '../wire/object'
import { numberOf, timeOf } from '../wire/property-bag'

type Recheck = Awaited<ReturnType<CrmConnector['recheck']>>[number]

/** Moments of the newest act of each kind. Mails opened or clicked are left out: gateways do both, and a click that counts brings a visit. */
const actTimes = ['hs_analytics_last_timestamp', 'hs_sales_email_last_replied', 'hs_document_last_revisited'] as const
const formProperties = [
  'hs_calculated_form_submissions', 'first_conversion_event_name', 'first_conversion_date', 'recent_conversion_event_name', 'recent_conversion_date',
] as const

/**
 * What happened since a moment, from the contacts' own counters: one batched call, two where leads are among the records.
 * HubSpot keeps the newest moment of each kind only, so `newTouches` is at least so many. A record that is gone is left out.
 */
export async function recheckRecords(client: HubspotClient, refs: readonly RecordRef[], since: number, scoreProperty: string): Promise<Recheck[]> {
  const leads = refs.filter(({ kind }) => kind === 'lead').map(({ id }) => id)
  const contactOf = leads.length > 0 ? await contactsOfLeads(client, leads) : new Map<string, string>()
  const idOf = (ref: RecordRef) => (ref.kind === 'lead' ? contactOf.get(ref.id) : ref.id)
  const contacts = await readCounters(client, [...new Set(refs.map(idOf).filter((id) => id !== undefined))], scoreProperty)
  const byKey = new Map<string, Recheck>()
  for (const ref of refs) {
    const contact = contacts.get(idOf(ref) ?? '')
    if (contact) byKey.set(recordKey(ref), { ref, ...newsOf(contact, since), score: numberOf(contact.properties, scoreProperty) })
  }
  return [...byKey.values()]
}

async function readCounters(client: HubspotClient, ids: readonly string[], scoreProperty: string): Promise<Map<string, CrmObject>> {
  const properties = [scoreProperty, ...actTimes, ...formProperties]
  const contacts = new Map<string, CrmObject>()
  for (let from = 0; from < ids.length; from += batchLimit) {
    const inputs = ids.slice(from, from + batchLimit).map((id) => ({ id: expectRecordId(id) }))
    const json = { properties, propertiesWithHistory: [], inputs }
    const { results } = await client.send({ path: '/crm/objects/{v}/contacts/batch/read', method: 'POST', json, repeatable: true, schema: objectBatch })
    for (const contact of results) contacts.set(contact.id, contact)
  }
  return contacts
}

function newsOf(contact: CrmObject, since: number): Pick<Recheck, 'newTouches' | 'campaignResponses'> {
  const forms = mergeSubmissions(submissionsOf(contact), new Map()).filter(({ at }) => at > since).length
  const acts = actTimes.filter((name) => (timeOf(contact.properties, name) ?? 0) > since).length
  return { newTouches: forms + acts, campaignResponses: forms }
}
