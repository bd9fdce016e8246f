import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { AppDeps } from './deps'

export interface WaitingDelivery extends Pick<OutboxRow, 'id' | 'eventId' | 'task' | 'state' | 'attempts' | 'createdAt' | 'dueAt' | 'member' | 'error'> {
  org: string
  ref: RecordRef
  name?: string | undefined
}

/** What is not delivered, oldest first, with whom it is about. */
export async function listOutbox(deps: Pick<AppDeps, 'outbox' | 'ledger' | 'snapshots'>): Promise<WaitingDelivery[]> {
  const rows = await deps.outbox.open()
  const names = await deps.snapshots.names(rows.map((row) => row.recordKey))
  const found = await Promise.all(rows.map(async (row) => {
    const event = await deps.ledger.byId(row.eventId)
    if (!event) return []
    const { id, eventId, task, state, attempts, createdAt, dueAt, member, error } = row
    return [{ id, eventId, task, state, attempts, createdAt, dueAt, member, error, org: event.ref.org, ref: event.ref, name: names.get(recordKey(event.ref))?.name }]
  }))
  return found.flat()
}
