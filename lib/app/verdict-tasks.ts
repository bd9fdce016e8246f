import type { VerdictEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { RecordFacts } from './record-facts'

/** What a verdict has the CRM told: itself, and the task that brings a *Not yet* back or the end of one that stands. */
export function tasksOf(event: VerdictEvent, facts: Pick<RecordFacts, 'events' | 'outbox'>, returnTask: boolean): OutboxRow['task'][] {
  if (event.verdict === 'not_yet' && event.until !== undefined) return returnTask ? ['verdict', 'return-task'] : ['verdict']
  return hasReturnTask(event, facts) ? ['verdict', 'return-done'] : ['verdict']
}

/** A task may stand in the CRM, or be on its way there, that nothing has closed since. */
function hasReturnTask(event: VerdictEvent, { events, outbox }: Pick<RecordFacts, 'events' | 'outbox'>): boolean {
  const given = new Map(events.map(({ id, at }) => [id, at]))
  const latest = outbox
    .filter((row) => (row.task === 'return-task' || row.task === 'return-done') && row.state !== 'cancelled' && !isOvertaken(row, event))
    .toSorted((a, b) => (given.get(b.eventId) ?? 0) - (given.get(a.eventId) ?? 0))[0]
  return latest?.task === 'return-task'
}

/** Not sent, and never will be: the verdict it belongs to is being replaced. */
function isOvertaken(row: OutboxRow, { supersedes }: VerdictEvent): boolean {
  return row.eventId === supersedes && !row.unsure && row.state !== 'done' && row.state !== 'sending'
}
