import { AppError } from '@/lib/domain/errors'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { markerOf } from '../marker'
import { createActivity } from './create-activity'
import type { WriteContext } from './deliver'
import { paragraphs } from './html'

const morningHour = 9

/** A task that brings a *Not yet* back, due on its day at nine in the portal's time. */
export async function writeReturnTask(context: WriteContext, event: VerdictEvent): Promise<void> {
  const day = event.until === undefined ? Number.NaN : Date.parse(`${event.until}T00:00:00Z`)
  if (Number.isNaN(day)) throw new AppError('invalid', { detail: 'until' })
  const due = day + morningHour * 3_600_000 - context.portal.utcOffsetMilliseconds
  await createActivity(context, 'task', event.rep, {
    hs_timestamp: new Date(due).toISOString(),
    hs_task_subject: context.deps.words.comeBack(),
    hs_task_body: paragraphs([event.reason && context.deps.words.reason(event.verdict, event.reason), markerOf('return-task', event.id)]),
    hs_task_type: 'TODO',
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'MEDIUM',
  })
}
