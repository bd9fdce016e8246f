import { AppError } from '@/lib/domain/errors'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { Actor } from '@/lib/domain/person'
import { markerOf } from '../marker'
import { written, type CrmObject } from '../wire/object'
import { findActivities } from './already-written'
import { createActivity } from './create-activity'
import type { WriteContext } from './deliver'
import { paragraphs } from './html'

const morningHour = 9
const done = 'COMPLETED'

/**
 * The task that brings a *Not yet* back, due on its day at nine in the portal's time. A changed verdict moves the open one: a
 * lead comes back once, however often the day was changed.
 */
export async function writeReturnTask(context: WriteContext, event: VerdictEvent): Promise<void> {
  const day = event.until === undefined ? Number.NaN : Date.parse(`${event.until}T00:00:00Z`)
  if (Number.isNaN(day)) throw new AppError('invalid', { detail: 'until' })
  const due = day + morningHour * 3_600_000 - context.portal.utcOffsetMilliseconds
  const moved = {
    hs_timestamp: new Date(due).toISOString(),
    hs_task_body: paragraphs([event.reason && context.deps.words.reason(event.verdict, event.reason), markerOf('return-task', event.id)]),
  }
  const [open] = event.supersedes ? await openReturns(context, event.rep) : []
  if (open) return patchTask(context, open.id, moved)
  await createActivity(context, 'task', event.rep, {
    ...moved,
    hs_task_subject: context.deps.words.comeBack(),
    hs_task_type: 'TODO',
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'MEDIUM',
  })
}

/** The lead does not come back any more: its task is done. Completing it once more changes nothing. */
export async function closeReturnTasks(context: WriteContext, rep: Actor): Promise<void> {
  for (const { id } of await openReturns(context, rep)) await patchTask(context, id, { hs_task_status: done })
}

async function patchTask({ client }: WriteContext, id: string, properties: Record<string, string>): Promise<void> {
  await client.send({ path: `/crm/objects/{v}/tasks/${id}`, method: 'PATCH', json: { properties }, repeatable: true, schema: written })
}

function openReturns({ client, contactId }: WriteContext, rep: Actor): Promise<CrmObject[]> {
  return findActivities(client, contactId, 'tasks', ['hs_task_body', 'hs_task_status', 'hubspot_owner_id'], ({ properties }) =>
    (properties['hs_task_body'] ?? '').includes(markerOf('return-task', '')) && properties['hs_task_status'] !== done && (properties['hubspot_owner_id'] || rep.id) === rep.id)
}
