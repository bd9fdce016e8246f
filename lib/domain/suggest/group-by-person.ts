import type { LedgerEvent } from '../ledger'
import { recordKey } from '../record-ref'

/** Events by record key; the outcome of a send stands with the send, wherever it is filed. In steps. */
export function* groupByPerson(events: readonly LedgerEvent[]): Generator<void, Map<string, LedgerEvent[]>> {
  const people = new Map<string, LedgerEvent[]>()
  const personOfSend = new Map<string, string>()
  for (const event of events) {
    if (event.type === 'send') personOfSend.set(event.id, recordKey(event.ref))
    yield
  }
  for (const event of events) {
    const key = (event.type === 'send-outcome' ? personOfSend.get(event.sendId) : undefined) ?? recordKey(event.ref)
    const known = people.get(key)
    if (known) known.push(event)
    else people.set(key, [event])
    yield
  }
  return people
}
