import type { NamedPerson } from '@/lib/domain/named-record'
import type { RecordRef } from '@/lib/domain/record-ref'
import { expectRecordId } from '../addresses'
import { batchLimit } from '../api'
import type { HubspotClient } from '../client'
import { contactsOfLeads } from '../read/contact-of-lead'
import { nameOf } from '../read/person'
import { objectBatch, type CrmObject } from '../wire/object'
import { textOf } from '../wire/property-bag'

/** Who contacts are, and whom leads are about: one call for a hundred contacts, two where leads are among them. */
export async function readNames(client: HubspotClient, refs: readonly RecordRef[]): Promise<NamedPerson[]> {
  const found: NamedPerson[] = []
  for (let from = 0; from < refs.length; from += batchLimit) found.push(...await readSome(client, refs.slice(from, from + batchLimit)))
  return found
}

async function readSome(client: HubspotClient, refs: readonly RecordRef[]): Promise<NamedPerson[]> {
  const leads = refs.filter(({ kind }) => kind === 'lead').map(({ id }) => id)
  const contactOf = leads.length > 0 ? await contactsOfLeads(client, leads) : new Map<string, string>()
  const idOf = (ref: RecordRef) => (ref.kind === 'lead' ? contactOf.get(ref.id) : ref.id)
  const contacts = await readContacts(client, [...new Set(refs.flatMap((ref) => idOf(ref) ?? []))])
  return refs.flatMap((ref) => {
    const contact = contacts.get(idOf(ref) ?? '')
    if (!contact) return []
    const text = (name: string) => textOf(contact.properties, name)
    const same: RecordRef[] = ref.kind === 'lead' ? [{ ...ref, kind: 'contact', id: contact.id }] : []
    return [{ ref, same, name: nameOf(contact), company: text('company'), email: text('email') }]
  })
}

async function readContacts(client: HubspotClient, ids: readonly string[]): Promise<Map<string, CrmObject>> {
  if (ids.length === 0) return new Map()
  const json = { properties: ['firstname', 'lastname', 'email', 'company'], propertiesWithHistory: [], inputs: ids.map((id) => ({ id: expectRecordId(id) })) }
  const { results } = await client.send({ path: '/crm/objects/{v}/contacts/batch/read', method: 'POST', json, repeatable: true, schema: objectBatch })
  return new Map(results.map((contact) => [contact.id, contact]))
}
