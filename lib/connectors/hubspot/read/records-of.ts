import { AppError } from '@/lib/domain/errors'
import type { RecordRef } from '@/lib/domain/record-ref'
import { pathWith } from '../addresses'
import type { HubspotClient } from '../client'
import { associatedIds, crmObject } from '../wire/object'

/** The contact with this address, and the leads about it; nobody where HubSpot knows none. */
export async function recordsOf(client: HubspotClient, org: string, email: string): Promise<RecordRef[]> {
  const read = (associations?: string) => client.send({ path: pathWith(`/crm/objects/{v}/contacts/${encodeURIComponent(email)}`, { idProperty: 'email', associations }), schema: crmObject })
  try {
    // Without the scope to see leads the contact alone is better than nobody.
    const contact = await read('leads').catch((error: unknown) => (error instanceof AppError && error.kind === 'forbidden' ? read() : Promise.reject(error)))
    const refs = [{ kind: 'contact' as const, id: contact.id }, ...associatedIds(contact, 'leads').map((id) => ({ kind: 'lead' as const, id }))]
    return refs.map((ref) => ({ crm: 'hubspot', org, ...ref }))
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return []
    throw error
  }
}
