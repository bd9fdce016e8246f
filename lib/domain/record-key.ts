import type { RecordRef } from './record-ref'

/** One string per record, usable as a map or database key. Apart from the schema, because the loader must stay free of it. */
export function recordKey(ref: RecordRef): string {
  return `${ref.crm}:${ref.org}:${ref.kind}:${ref.id}`
}
