import { ledgerEvent } from '@/lib/domain/ledger'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { createRowReader } from './row-reader'

/** Whoever shows the events says which are damaged; those who only work something out from them go on without. */
const reader = createRowReader<LedgerEvent>({ field: 'event', schema: ledgerEvent, damaged: () => undefined })

/** The events of these rows, each once, without those that cannot be read. */
export function eventsIn(rows: readonly { rev: number }[]): LedgerEvent[] {
  return distinct(reader.readAll(rows))
}

export function distinct(events: readonly LedgerEvent[]): LedgerEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()]
}
