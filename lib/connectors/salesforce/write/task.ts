import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { DeliveryContext } from '@/lib/domain/ports'
import type { Cache } from '../../ports'
import { type MarkedTask, markerLine, parseMarker } from '../marker'
import { expectSlot } from '../org/composite'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { parseRows } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { idsOf, type Who } from '../read/who'
import { expectId, soql } from '../soql'
import { maybeText, recordId } from '../wire'
import { convertedContact } from './target'
import { taskValues } from './task-values'

export interface NewTask {
  task: MarkedTask
  eventId: string
  subject: string
  /** `YYYY-MM-DD` */
  day: string
  done: boolean
  subtype?: 'Email' | undefined
  /** Without the marker line, unless it ends with it already. */
  description: string
}

const createdReply = z.object({ id: recordId })
const markedRow = z.object({ Id: recordId, Description: maybeText })

/**
 * Creates a Task once. Salesforce has no key for Tasks, so after an unknown outcome this user's Tasks of that day on the
 * record are read and compared first.
 * @throws AppError `unsure` where the outcome is unknown once more
 */
export async function createTask(org: Org, cache: Cache, who: Who, task: NewTask, context: DeliveryContext): Promise<void> {
  if (context.unsure && (await exists(org, cache, who, task))) return
  const values = await taskValues(org, cache)
  const marker = markerLine(task.task, task.eventId)
  const body: Record<string, string | undefined> = {
    WhoId: who.contact ?? who.lead,
    Subject: task.subject.slice(0, 255),
    Status: task.done ? values.done : values.planned,
    Priority: values.priority,
    TaskSubtype: task.subtype,
    ActivityDate: task.day,
    Description: task.description.endsWith(marker) ? task.description : [task.description, marker].filter(Boolean).join('\n'),
  }
  const writable = Object.fromEntries(Object.entries(body).filter(([field, value]) => value !== undefined && values.writable.includes(field)))
  const slots = await org.composite([{ ref: 'task', method: 'POST', path: '/sobjects/Task', body: writable }], { purpose: 'write', repeatable: false })
  const created = z.safeParse(createdReply, expectSlot(slots, 'task'))
  if (!created.success) throw new AppError('bad-reply', { detail: 'task', unsure: true })
}

async function exists(org: Org, cache: Cache, who: Who, { task, eventId, day }: NewTask): Promise<boolean> {
  const contact = who.lead ? await convertedContact(org, cache, who.lead) : undefined
  const ids = [...idsOf(who), ...(contact ? [contact] : [])]
  const source = {
    object: 'Task',
    fields: ['Id', 'Description'],
    rest: soql`WHERE WhoId IN ${ids} AND CreatedById = ${expectId(org.userId)} AND ActivityDate = ${{ day }} ORDER BY CreatedDate DESC LIMIT 500`,
  }
  const parsed = parseRows((await runSources(org, { own: source }, await loadAbsent(cache, org.host, org.userId))).get('own'), markedRow)
  if ('error' in parsed) throw parsed.error
  return parsed.rows.some((row) => {
    const marker = parseMarker(row.Description)
    return marker?.task === task && marker.eventId === eventId
  })
}
