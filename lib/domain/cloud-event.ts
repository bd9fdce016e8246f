import * as z from 'zod/mini'
import type { LedgerEvent } from './ledger'
import { orgKey, recordKey, type RecordRef } from './record-ref'

/** CloudEvents 1.0, structured mode; `source` and `id` together name an event for ever. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  source: z.string().check(z.minLength(1), z.maxLength(300)),
  type: z.string().check(z.minLength(1), z.maxLength(100)),
  time: z.optional(z.string().check(z.maxLength(40))),
  subject: z.optional(z.string().check(z.maxLength(400))),
  datacontenttype: z.optional(z.string().check(z.maxLength(100))),
  data: z.unknown(),
})
export type CloudEvent = z.infer<typeof cloudEvent>

const typePrefix = 'app.leadside.'

export function sourceOf(ref: Pick<RecordRef, 'crm' | 'org'>): string {
  return `urn:leadside:${orgKey(ref)}`
}

export function eventTypeOf(type: string): string {
  return `${typePrefix}${type}`
}

/** A ledger event in its envelope. */
export function toCloudEvent(event: LedgerEvent): CloudEvent {
  return {
    specversion: '1.0', id: event.id, source: sourceOf(event.ref), type: eventTypeOf(event.type), time: new Date(event.at).toISOString(),
    subject: recordKey(event.ref), datacontenttype: 'application/json', data: event,
  }
}
