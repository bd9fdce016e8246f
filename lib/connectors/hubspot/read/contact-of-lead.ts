import { AppError } from '@/lib/domain/errors'
import type { RecordRef } from '@/lib/domain/record-ref'
import { expectRecordId } from '../addresses'
import type { HubspotClient } from '../client'
import { associationBatch, type AssociationBatch } from '../wire/associations'

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
