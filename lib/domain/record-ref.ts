import * as z from 'zod/mini'
import { recordKey } from './record-key'

export { recordKey }

export const crm = z.enum(['salesforce', 'hubspot'])
export type Crm = z.infer<typeof crm>

/**
 * The person a CRM page shows. `org` is the Salesforce API host or the HubSpot portal id; `id` is the 18-character
 * Salesforce id or the HubSpot record id. A HubSpot `lead` (0-136) and a Salesforce person `account` are resolved to
 * their contact by the connector.
 */
export const recordRef = z.strictObject({
  crm,
  org: z.string().check(z.regex(/^[a-z0-9.-]{1,253}$/)),
  kind: z.enum(['lead', 'contact', 'account']),
  id: z.string().check(z.regex(/^(?:[a-zA-Z0-9]{18}|\d{1,20})$/)),
})
export type RecordRef = z.infer<typeof recordRef>
export type RecordKind = RecordRef['kind']

/** The record a key names; `undefined` for anything else. */
export function parseRecordKey(key: string): RecordRef | undefined {
  const [system, org, kind, id, ...rest] = key.split(':')
  const parsed = recordRef.safeParse({ crm: system, org, kind, id })
  return parsed.success && rest.length === 0 ? parsed.data : undefined
}

/** The connection a record belongs to: one CRM organisation or portal. */
export function orgKey(ref: Pick<RecordRef, 'crm' | 'org'>): string {
  return `${ref.crm}:${ref.org}`
}

export function sameRecord(a: RecordRef | undefined, b: RecordRef | undefined): boolean {
  return a !== undefined && b !== undefined && recordKey(a) === recordKey(b)
}
