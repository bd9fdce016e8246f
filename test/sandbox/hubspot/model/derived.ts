import { plainText, stamp } from '../format.ts'
import { expectObjectType } from './object-types.ts'
import type { Portal } from './portal.ts'
import { bodyProperty } from './properties/engagements.ts'
import { currentValue } from './record-store.ts'
import type { CrmRecord, Source } from './types.ts'

const calculated: Source = { sourceType: 'CALCULATED', sourceId: 'CalculatedPropertyComputer' }
const previewLength = 400

/** Sets what HubSpot works out itself from what was written: previews, mail addresses, owner dates, roll-ups on the contact. */
export function refreshDerived(portal: Portal, record: CrmRecord, at: number): void {
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined && portal.schema.find(record.type, name) !== undefined) portal.records.set(record, name, value, at, calculated)
  }
  const type = expectObjectType(record.type).singular
  const owner = portal.owners.find((candidate) => candidate.id === currentValue(record, 'hubspot_owner_id'))
  if (owner !== undefined) {
    const assigned = record.history.get('hubspot_owner_id')?.[0]?.timestamp ?? at
    set('hubspot_owner_assigneddate', stamp(assigned))
    set('hs_all_owner_ids', owner.id)
    set('hs_user_ids_of_all_owners', String(owner.userId))
  }
  if (type === 'contact') {
    for (const { value, timestamp } of record.history.get('lifecyclestage') ?? []) set(`hs_v2_date_entered_${value}`, stamp(timestamp))
  }
  if (type === 'deal') {
    const stage = currentValue(record, 'dealstage')
    set('hs_is_closed', String(stage === 'closedwon' || stage === 'closedlost'))
    set('hs_is_closed_won', String(stage === 'closedwon'))
  }
  if (type === 'lead') setLeadNames(portal, record, set)
  if (type in bodyProperty) setEngagement(record, type, set)
  if (type === 'email') rollUpToContacts(portal, record, at)
  if (type in outreachKinds) noteOutreach(portal, record, type, at)
}

type Setter = (name: string, value: string | undefined) => void

function setEngagement(record: CrmRecord, type: string, set: Setter): void {
  set('hs_obj_coords', `${record.type}-${record.id}`)
  const body = currentValue(record, bodyProperty[type] ?? '') ?? currentValue(record, 'hs_email_text')
  if (body !== undefined) {
    const preview = plainText(body)
    set('hs_body_preview', preview.slice(0, previewLength))
    set('hs_body_preview_html', `<html>\n<head></head>\n<body>\n${body}\n</body>\n</html>`)
    set('hs_body_preview_is_truncated', String(preview.length > previewLength))
  }
  const headers = parseHeaders(currentValue(record, 'hs_email_headers'))
  for (const [side, person] of [
    ['from', headers.from],
    ['to', headers.to?.[0]],
  ] as const) {
    set(`hs_email_${side}_email`, person?.email)
    set(`hs_email_${side}_firstname`, person?.firstName)
    set(`hs_email_${side}_lastname`, person?.lastName)
  }
}

interface MailPerson {
  email?: string
  firstName?: string
  lastName?: string
}

function parseHeaders(text: string | undefined): { from?: MailPerson; to?: MailPerson[] } {
  if (text === undefined || text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

function setLeadNames(portal: Portal, lead: CrmRecord, set: Setter): void {
  const first = (kind: string): CrmRecord | undefined => {
    const [linked] = portal.associations.of(lead, kind)
    return linked === undefined ? undefined : portal.records.find(expectObjectType(kind).id, linked.id)
  }
  const contact = first('contact')
  const company = first('company')
  for (const name of ['email', 'firstname', 'lastname']) set(`hs_associated_contact_${name}`, contact && currentValue(contact, name))
  for (const name of ['name', 'domain']) set(`hs_associated_company_${name}`, company && currentValue(company, name))
}

const outreachKinds: Readonly<Record<string, string | undefined>> = { email: 'hs_email_direction', call: 'hs_call_direction', meeting: undefined }

/** The first call, mail or meeting a rep made, and the newest. */
function noteOutreach(portal: Portal, engagement: CrmRecord, type: string, at: number): void {
  const direction = outreachKinds[type]
  if (direction !== undefined && !['EMAIL', 'OUTBOUND'].includes(currentValue(engagement, direction) ?? '')) return
  const moment = currentValue(engagement, 'hs_timestamp') ?? stamp(at)
  for (const { id } of portal.associations.of(engagement, 'contact')) {
    const contact = portal.records.find('0-1', id)
    if (contact === undefined) continue
    const first = currentValue(contact, 'hs_first_outreach_date')
    if (first === undefined || Date.parse(moment) < Date.parse(first)) {
      for (const name of ['hs_first_outreach_date', 'hs_sa_first_engagement_date']) portal.records.set(contact, name, moment, at, calculated)
    }
    const last = currentValue(contact, 'notes_last_contacted')
    if (last === undefined || Date.parse(moment) > Date.parse(last)) portal.records.set(contact, 'notes_last_contacted', moment, at, calculated)
  }
}

/** A logged outgoing mail counts as a contact made. */
function rollUpToContacts(portal: Portal, email: CrmRecord, at: number): void {
  if (currentValue(email, 'hs_email_direction') !== 'EMAIL') return
  for (const { id } of portal.associations.of(email, 'contact')) {
    const contact = portal.records.find('0-1', id)
    if (contact === undefined) continue
    const count = portal.associations.of(contact, 'email').length
    portal.records.set(contact, 'num_contacted_notes', String(count), at, calculated)
    portal.records.set(contact, 'notes_last_contacted', currentValue(email, 'hs_timestamp') ?? stamp(at), at, calculated)
    portal.records.set(contact, 'hs_last_sales_activity_timestamp', stamp(at), at, calculated)
  }
}
