import { expectObjectType } from '../model/object-types.ts'
import type { Portal } from '../model/portal.ts'
import { currentValue } from '../model/record-store.ts'
import type { CrmRecord } from '../model/types.ts'

/** A record's name as HubSpot titles its page. */
export function nameOf(record: CrmRecord): string {
  const value = (name: string): string => currentValue(record, name) ?? ''
  switch (expectObjectType(record.type).singular) {
    case 'contact':
      return `${value('firstname')} ${value('lastname')}`.trim() || value('email') || '--'
    case 'company':
      return value('name')
    case 'deal':
      return value('dealname')
    case 'lead':
      return value('hs_lead_name')
    default:
      return record.id
  }
}

/** A property's value in words: option labels, owner names, dates. */
export function shownValue(portal: Portal, record: CrmRecord, name: string): string {
  const value = currentValue(record, name) ?? ''
  const definition = portal.schema.find(record.type, name)
  if (value === '') return '--'
  if (name === 'hubspot_owner_id') {
    const owner = portal.owners.find(({ id }) => id === value)
    return owner === undefined ? value : `${owner.firstName} ${owner.lastName}`
  }
  if (definition?.type === 'datetime') return shownDate(Date.parse(value))
  return definition?.options.find((option) => option.value === value)?.label ?? value
}

export function shownDate(at: number): string {
  return new Date(at).toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' })
}

export function shownMoment(at: number): string {
  return new Date(at).toLocaleString('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
}

export function recordPath(portal: Portal, record: CrmRecord): string {
  return `/contacts/${portal.id}/record/${record.type}/${record.id}`
}

/** The records of a type (singular) that belong to a record. */
export function linkedRecords(portal: Portal, record: CrmRecord, to: string): CrmRecord[] {
  return portal.associations.of(record, to).flatMap(({ id }) => portal.records.find(expectObjectType(to).id, id) ?? [])
}
