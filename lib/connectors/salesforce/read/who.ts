import type { RecordRef } from '@/lib/domain/record-ref'
import { anyOf, expectId, type Soql, soql } from '../soql'

/** Whose page it is: a lead, a contact, or both once the lead was converted. Ids have 18 characters. */
export interface Who {
  lead?: string | undefined
  contact?: string | undefined
}

export function whoOf(ref: Pick<RecordRef, 'kind' | 'id'>): Who {
  return ref.kind === 'lead' ? { lead: expectId(ref.id) } : { contact: expectId(ref.id) }
}

export function idsOf({ lead, contact }: Who): string[] {
  return [lead, contact].filter((id) => id !== undefined).map(expectId)
}

/** `LeadId = 'x' OR ContactId = 'y'`, whichever there are. */
export function whoIn(who: Who, leadField: Soql, contactField: Soql): Soql {
  return anyOf([
    ...(who.lead ? [soql`${leadField} = ${expectId(who.lead)}`] : []),
    ...(who.contact ? [soql`${contactField} = ${expectId(who.contact)}`] : []),
  ])
}
