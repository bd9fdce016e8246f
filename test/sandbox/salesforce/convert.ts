import { writtenId } from './ids.ts'
import { account, contact, convertedLeadStatus } from './schema/people.ts'
import type { Row, Store } from './store.ts'
import { toDatetime, toDay } from './time.ts'
import { addLeadHistory } from './write/triggers.ts'
import { emptyRow } from './write/writer.ts'

const carriedFields = ['Salutation', 'FirstName', 'LastName', 'Name', 'Title', 'Email', 'Phone', 'MobilePhone', 'LeadSource', 'HasOptedOutOfEmail', 'OwnerId', 'pi__score__c', 'pi__grade__c', 'pi__last_activity__c']

/**
 * Converts a lead: a new account and contact, campaign memberships moved, activities re-parented, the lead read-only afterwards.
 * Custom objects that look up to the lead stay with it, as in a real org.
 */
export function convertLead(store: Store, leadId: string, now: number): { contactId: string; accountId: string } {
  const lead = store.find('Lead', leadId)
  if (lead === undefined) throw new Error(`no lead ${leadId}`)
  const stamp = toDatetime(now)
  const stamps = { CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp, CreatedById: lead.OwnerId ?? null, LastModifiedById: lead.OwnerId ?? null }
  const accountId = writtenId(account.keyPrefix, store.nextSerial('Account'))
  const contactId = writtenId(contact.keyPrefix, store.nextSerial('Contact'))
  const carried = Object.fromEntries(carriedFields.map((name) => [name, lead[name] ?? null]))

  store.put('Account', { ...emptyRow(account), ...stamps, Id: accountId, Name: lead.Company ?? null, Industry: lead.Industry ?? null, OwnerId: lead.OwnerId ?? null })
  store.put('Contact', { ...emptyRow(contact), ...carried, ...stamps, Id: contactId, AccountId: accountId })
  const asOwner = { store, now, userId: String(lead.OwnerId) }
  addLeadHistory(asOwner, lead, { Field: 'Status', DataType: 'DynamicEnum', OldValue: lead.Status ?? null, NewValue: convertedLeadStatus })
  addLeadHistory(asOwner, lead, { Field: 'leadConverted', DataType: 'Text', OldValue: null, NewValue: null })
  store.put('Lead', {
    ...lead, Status: convertedLeadStatus, IsConverted: true, ConvertedDate: toDay(now), ConvertedContactId: contactId, ConvertedAccountId: accountId,
    LastModifiedDate: stamp, SystemModstamp: stamp,
  })
  const move = (object: string, field: string, change: (row: Row) => Row): void => {
    for (const row of store.rows(object)) if (row[field] === leadId) store.put(object, { ...change(row), LastModifiedDate: stamp, SystemModstamp: stamp })
  }
  move('CampaignMember', 'LeadId', (row) => ({ ...row, ContactId: contactId, LeadOrContactId: contactId, Type: 'Contact' }))
  move('Task', 'WhoId', (row) => ({ ...row, WhoId: contactId }))
  move('EmailMessageRelation', 'RelationId', (row) => ({ ...row, RelationId: contactId, RelationObjectType: 'Contact' }))
  return { contactId, accountId }
}
