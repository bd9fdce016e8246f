import type { VerdictEvent } from '@/lib/domain/ledger'
import type { DeliveryContext } from '@/lib/domain/ports'
import type { SalesforceDeps } from '../../ports'
import type { Org } from '../org/org'
import type { Who } from '../read/who'
import { soql } from '../soql'
import { closeTasks, createTask, moveTask, ownTasks, type NewTask, type OwnTask } from './task'

/**
 * The Task that brings a *Not yet* back. A changed verdict moves the open one: a lead comes back once, however often the day
 * was changed. Without a date it waits for something to happen, not for a day: then there is nothing to write.
 */
export async function writeReturn(org: Org, deps: SalesforceDeps, who: Who, event: VerdictEvent, context: DeliveryContext): Promise<void> {
  if (!event.until) return
  const { notes } = (await deps.settings(org.host)).log
  const task: NewTask = { task: 'return-task', eventId: event.id, subject: deps.words.comeBack(), day: event.until, done: false, description: (notes && event.note) || '' }
  const [open] = event.supersedes ? await openReturns(org, deps, who) : []
  if (open) return moveTask(org, deps.cache, open.id, task)
  await createTask(org, deps.cache, who, task, context)
}

/** The lead does not come back any more: its Task is done. */
export async function closeReturn(org: Org, deps: SalesforceDeps, who: Who): Promise<void> {
  await closeTasks(org, deps.cache, (await openReturns(org, deps, who)).map(({ id }) => id))
}

async function openReturns(org: Org, { cache }: SalesforceDeps, who: Who): Promise<OwnTask[]> {
  return (await ownTasks(org, cache, who, soql`IsClosed = false`)).filter((own) => own.task === 'return-task')
}
