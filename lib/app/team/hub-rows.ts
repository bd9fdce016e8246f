import type { LedgerEvent } from '@/lib/domain/ledger'
import type { OutboxMember, OutboxRow } from '@/lib/domain/outbox'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'

/** The delivery of a member's event to the hub. None for sample people. */
export function hubRow(event: LedgerEvent, member: OutboxMember, dueAt: number): OutboxRow[] {
  if (isSample(event.ref)) return []
  return [{
    id: `${event.id}:hub:event`, eventId: event.id, target: 'hub', task: 'event', recordKey: recordKey(event.ref), orgKey: orgKey(event.ref), member,
    state: 'pending', attempts: 0, createdAt: event.at, dueAt, fence: 0, unsure: false,
  }]
}

/**
 * The deliveries of these events with those to the hub beside them. An event travels to the hub when it travels to the CRM, so
 * that Undo holds for both; a verdict that the CRM is told after all is told to the hub too. What goes to a CRM through the hub, the
 * connection `through`, goes under the member's name as well.
 */
export function withHubRows(events: readonly LedgerEvent[], given: readonly OutboxRow[], { member, through, now }: { member: OutboxMember; through?: string | undefined; now: number }): OutboxRow[] {
  const rows = given.map((row) => (row.orgKey === through ? { ...row, member } : row))
  const dueAt = (eventId: string) => Math.max(now, ...rows.filter((row) => row.eventId === eventId && row.target === 'crm').map((row) => row.dueAt))
  const known = new Set(events.map(({ id }) => id))
  const restored = rows.filter((row) => !known.has(row.eventId) && row.task === 'verdict')
  return [
    ...rows,
    ...events.flatMap((event) => hubRow(event, member, dueAt(event.id))),
    ...restored.map((row): OutboxRow => ({ ...row, id: `${row.eventId}:hub:event`, target: 'hub', task: 'event', member })),
  ]
}
