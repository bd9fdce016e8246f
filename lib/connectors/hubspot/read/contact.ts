import { AppError } from '@/lib/domain/errors'
import type { RecordRef } from '@/lib/domain/record-ref'
import { contactPath, expectRecordId, pathWith } from '../addresses'
import type { HubspotClient } from '../client'
import { leadsideProperties } from '../leadside-properties'
import { associationBatch, type AssociationBatch } from '../wire/associations'
import { crmObject, type CrmObject } from '../wire/object'
import { consumptionProperties, personProperties } from './contact-properties'

const properties = [...personProperties, ...consumptionProperties, ...leadsideProperties]
const associations = ['notes', 'emails', 'leads'] as const

/**
 * The contact with its properties, the history of its verdicts and the ids of what belongs to it. Where the token may not
 * see one kind of association HubSpot refuses the whole call, so it is asked once more without any.
 */
export async function readContact(client: HubspotClient, id: string, scoreProperty: string, signal?: AbortSignal): Promise<{ contact: CrmObject; unseen?: string | undefined }> {
  const read = (names: readonly string[]) => client.send({
    path: pathWith(contactPath(id), { properties: [...properties, scoreProperty], propertiesWithHistory: 'leadside_event', associations: names.length > 0 ? names : undefined }),
    schema: crmObject,
    signal,
  })
  try {
    return { contact: await read(associations) }
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'forbidden' || error.detail?.includes('contacts')) throw error
    return { contact: await read([]), unseen: error.detail ?? 'associations' }
  }
}

/**
 * The contact a lead is about, its primary one where there are several.
 * @throws AppError `not-found` for a lead without a contact
 */
export async function contactOfLead(client: HubspotClient, lead: RecordRef, signal?: AbortSignal): Promise<string> {
  const contact = (await contactsOfLeads(client, [lead.id], signal)).get(lead.id)
  if (contact === undefined) throw new AppError('not-found', { detail: 'contact' })
  return contact
}

/** Contact id by lead id; a lead without a contact is left out. */
export async function contactsOfLeads(client: HubspotClient, ids: readonly string[], signal?: AbortSignal): Promise<Map<string, string>> {
  const inputs = ids.map((id) => ({ id: expectRecordId(id) }))
  const path = '/crm/associations/{v}/leads/contacts/batch/read'
  const { results } = await client.send({ path, method: 'POST', json: { inputs }, repeatable: true, schema: associationBatch, signal })
  return new Map(results.flatMap(({ from, to }) => {
    const primary = primaryOf(to)
    return primary === undefined ? [] : [[from.id, primary]]
  }))
}

const primaryContactOfLead = 578

function primaryOf(to: AssociationBatch['results'][number]['to']): string | undefined {
  return (to.find(({ associationTypes }) => associationTypes.some(({ typeId }) => typeId === primaryContactOfLead)) ?? to[0])?.toObjectId
}
