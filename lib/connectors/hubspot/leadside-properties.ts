import { leadsidePrefix } from '@/lib/domain/hubspot-refusal'
import type { HubspotWords } from './deps'

export const leadsideGroup = 'leadside'

/** The contact properties that hold the standing verdict; `leadside_event` keeps whole events, so its history is the ledger. */
export const leadsideProperties = [
  'leadside_verdict', 'leadside_reason', 'leadside_until', 'leadside_by', 'leadside_at', 'leadside_campaign', 'leadside_event',
] as const
export type LeadsideProperty = (typeof leadsideProperties)[number]

const types: Record<LeadsideProperty, { type: string; fieldType: string }> = {
  leadside_verdict: { type: 'enumeration', fieldType: 'select' },
  leadside_reason: { type: 'string', fieldType: 'text' },
  leadside_until: { type: 'date', fieldType: 'date' },
  leadside_by: { type: 'string', fieldType: 'text' },
  leadside_at: { type: 'datetime', fieldType: 'date' },
  leadside_campaign: { type: 'string', fieldType: 'text' },
  leadside_event: { type: 'string', fieldType: 'textarea' },
}

/** Absent properties in HubSpot's own terms; all of them in one word. */
export function namesOf(absent: readonly LeadsideProperty[]): string {
  return absent.length === leadsideProperties.length ? `${leadsidePrefix}*` : absent.join(', ')
}

/** A property as `POST /crm/properties/{v}/contacts` takes it. */
export function definitionOf(name: LeadsideProperty, words: HubspotWords): Record<string, unknown> {
  const definition = { name, label: words.label(name), groupName: leadsideGroup, ...types[name] }
  if (name !== 'leadside_verdict') return definition
  const options = (['good', 'not_yet', 'wrong', 'cant_tell'] as const).map((value, displayOrder) => ({
    label: words.verdict(value), value, displayOrder, hidden: false,
  }))
  return { ...definition, options }
}
