import type { LedgerEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'

/** Deliveries of an event, not tried yet. `dueAt` (epoch ms) holds them back while Undo is offered. None for sample people. */
export function crmRows(event: LedgerEvent, tasks: OutboxRow['task'][], dueAt: number): OutboxRow[] {
  return isSample(event.ref) ? [] : tasks.map((task) => crmRow(event, task, dueAt))
}

function crmRow(event: LedgerEvent, task: OutboxRow['task'], dueAt: number): OutboxRow {
  return {
    id: `${event.id}:crm:${task}`,
    eventId: event.id,
    target: 'crm',
    task,
    recordKey: recordKey(event.ref),
    orgKey: orgKey(event.ref),
    state: 'pending',
    attempts: 0,
    createdAt: event.at,
    dueAt,
    fence: 0,
    unsure: false,
  }
}
