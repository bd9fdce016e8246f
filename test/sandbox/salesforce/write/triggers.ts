import { apiError } from '../api-error.ts'
import { writtenId } from '../ids.ts'
import { convertedLeadStatus } from '../schema/people.ts'
import type { ObjectSpec } from '../schema/types.ts'
import type { Row, Value } from '../store.ts'
import { toDatetime, toDay } from '../time.ts'
import type { WriterDeps } from './writer.ts'

interface Change {
  spec: ObjectSpec
  before: Row | undefined
  row: Row
  deps: WriterDeps
}

type Trigger = (change: Change) => Row

/** Works out the fields the platform fills in itself, stores the row, and writes what follows from it. */
export function applyTriggers(change: Change): void {
  const { deps, spec } = change
  const row = triggers[spec.name]?.(change) ?? change.row
  deps.store.put(spec.name, row)
  if (spec.name === 'Task') touchWho(deps, row)
  if (spec.name === 'Lead') noteHistory(deps, change.before, row)
}

const fullName = (row: Row): string => [row.FirstName, row.LastName].filter((part) => part !== null).join(' ')

const triggers: Record<string, Trigger> = {
  Lead({ before, row }) {
    // A lead becomes converted by conversion only; the real error code for this is not documented.
    if (row.Status === convertedLeadStatus && before?.Status !== convertedLeadStatus && row.IsConverted !== true) {
      throw apiError(400, 'FIELD_INTEGRITY_EXCEPTION', 'Lead Status: a converted status cannot be set without converting the lead', ['Status'])
    }
    return { ...row, Name: fullName(row) }
  },
  Contact: ({ row }) => ({ ...row, Name: fullName(row) }),
  Task({ before, row, deps }) {
    const isClosed = row.Status === 'Completed'
    const completed = isClosed ? (before?.CompletedDateTime ?? toDatetime(deps.now)) : null
    return { ...row, IsClosed: isClosed, CompletedDateTime: completed, IsHighPriority: row.Priority === 'High' }
  },
  CampaignMember({ before, row, deps }) {
    const person = deps.store.find('Lead', String(row.LeadId)) ?? deps.store.find('Contact', String(row.ContactId))
    if (person === undefined) throw apiError(400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LeadId, ContactId]', ['LeadId'])
    const status = deps.store.rows('CampaignMemberStatus').find((entry) => entry.CampaignId === row.CampaignId && entry.Label === row.Status)
    const hasResponded = status?.HasResponded === true
    return {
      ...row,
      HasResponded: hasResponded,
      FirstRespondedDate: hasResponded ? (before?.FirstRespondedDate ?? toDay(deps.now)) : null,
      LeadOrContactId: person.Id ?? null,
      Type: row.LeadId === null ? 'Contact' : 'Lead',
      Name: person.Name ?? null,
      CompanyOrAccount: person.Company ?? null,
    }
  },
  ContentDistribution({ before, row, deps }) {
    if (before !== undefined) return row
    const version = deps.store.find('ContentVersion', String(row.ContentVersionId))
    const publicUrl = `https://quayside.file.force.com/sfc/p/${String(row.Id).slice(3, 15)}`
    return { ...row, ContentDocumentId: version?.ContentDocumentId ?? null, DistributionPublicUrl: publicUrl, ViewCount: 0 }
  },
  Lead_Feedback__c({ before, row, deps }) {
    if (before !== undefined) return row
    return { ...row, Name: `LF-${String(deps.store.rows('Lead_Feedback__c').length + 1).padStart(6, '0')}` }
  },
}

/** An activity moves the last-activity day of the person it is about. */
function touchWho({ store }: WriterDeps, task: Row): void {
  if (typeof task.WhoId !== 'string' || typeof task.ActivityDate !== 'string' || task.IsClosed !== true) return
  const object = task.WhoId.startsWith('00Q') ? 'Lead' : 'Contact'
  const person = store.find(object, task.WhoId)
  if (person === undefined || String(person.LastActivityDate ?? '') >= task.ActivityDate) return
  store.put(object, { ...person, LastActivityDate: task.ActivityDate })
}

function noteHistory(deps: WriterDeps, before: Row | undefined, lead: Row): void {
  if (before === undefined) return
  for (const field of ['Status', 'Rating'] as const) {
    if (before[field] !== lead[field]) addLeadHistory(deps, lead, { Field: field, DataType: 'DynamicEnum', OldValue: before[field] ?? null, NewValue: lead[field] ?? null })
  }
  if (before.OwnerId === lead.OwnerId) return
  // A change of owner is written twice: by name and by id.
  const named = (id: Value | undefined): Value => deps.store.find(String(id).startsWith('00G') ? 'Group' : 'User', String(id))?.Name ?? null
  addLeadHistory(deps, lead, { Field: 'Owner', DataType: 'EntityId', OldValue: named(before.OwnerId), NewValue: named(lead.OwnerId) })
  addLeadHistory(deps, lead, { Field: 'Owner', DataType: 'EntityId', OldValue: before.OwnerId ?? null, NewValue: lead.OwnerId ?? null })
}

/** One row of a lead's field history, written now. */
export function addLeadHistory({ store, now, userId }: Pick<WriterDeps, 'store' | 'now' | 'userId'>, lead: Row, change: Record<'Field' | 'DataType' | 'OldValue' | 'NewValue', Value>): void {
  const stamp = toDatetime(now)
  store.put('LeadHistory', {
    Id: writtenId('017', store.nextSerial('LeadHistory')), IsDeleted: false, CreatedDate: stamp, CreatedById: userId, LastModifiedDate: stamp, LastModifiedById: userId,
    SystemModstamp: stamp, LeadId: lead.Id ?? null, ...change,
  })
}
