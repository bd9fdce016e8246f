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
import { expectId, type Soql, soql } from '../soql'
import { maybeText, recordId } from '../wire'
import { convertedContact } from './target'
import { type TaskValues, taskValues } from './task-values'

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

/** A Task this user wrote through Leadside. */
export interface OwnTask { id: string; task: MarkedTask; eventId: string; description: string }

/** A `/composite` call takes no more. */
const mostParts = 25
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
  const body: Record<string, string | undefined> = {
    WhoId: who.contact ?? who.lead,
    Subject: task.subject.slice(0, 255),
    Status: task.done ? values.done : values.planned,
    Priority: values.priority,
    TaskSubtype: task.subtype,
    ActivityDate: task.day,
    Description: markedText(task),
  }
  const slots = await org.composite([{ ref: 'task', method: 'POST', path: '/sobjects/Task', body: writable(body, values) }], { purpose: 'write', repeatable: false })
  const created = z.safeParse(createdReply, expectSlot(slots, 'task'))
  if (!created.success) throw new AppError('bad-reply', { detail: 'task', unsure: true })
}

/** Gives a Task another day and text; its marker then names the newer event. */
export async function moveTask(org: Org, cache: Cache, id: string, task: NewTask): Promise<void> {
  const body = writable({ ActivityDate: task.day, Description: markedText(task) }, await taskValues(org, cache))
  expectSlot(await org.composite([{ ref: 'task', method: 'PATCH', path: `/sobjects/Task/${expectId(id)}`, body }], { purpose: 'write', repeatable: true }), 'task')
}

/** Completes Tasks; those that are completed already stay so. */
export async function closeTasks(org: Org, cache: Cache, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const values = await taskValues(org, cache)
  const parts = ids.slice(0, mostParts).map((id, index) => ({ ref: `task${index}`, method: 'PATCH' as const, path: `/sobjects/Task/${expectId(id)}`, body: writable({ Status: values.done }, values) }))
  const slots = await org.composite(parts, { purpose: 'write', repeatable: true })
  for (const { ref } of parts) expectSlot(slots, ref)
}

/** What this user wrote as a Task on the record, newest first; on its contact too where the lead was converted meanwhile. */
export async function ownTasks(org: Org, cache: Cache, who: Who, condition: Soql): Promise<OwnTask[]> {
  const contact = who.lead ? await convertedContact(org, cache, who.lead) : undefined
  const ids = [...idsOf(who), ...(contact ? [contact] : [])]
  const source = {
    object: 'Task',
    fields: ['Id', 'Description'],
    rest: soql`WHERE WhoId IN ${ids} AND CreatedById = ${expectId(org.userId)} AND ${condition} ORDER BY CreatedDate DESC LIMIT 500`,
  }
  const parsed = parseRows((await runSources(org, { own: source }, await loadAbsent(cache, org.host, org.userId))).get('own'), markedRow)
  if ('error' in parsed) throw parsed.error
  return parsed.rows.flatMap((row) => {
    const marker = parseMarker(row.Description)
    return marker ? [{ id: row.Id, description: row.Description ?? '', ...marker }] : []
  })
}

async function exists(org: Org, cache: Cache, who: Who, { task, eventId, day }: NewTask): Promise<boolean> {
  return (await ownTasks(org, cache, who, soql`ActivityDate = ${{ day }}`)).some((own) => own.task === task && own.eventId === eventId)
}

function markedText({ task, eventId, description }: NewTask): string {
  const marker = markerLine(task, eventId)
  return description.endsWith(marker) ? description : [description, marker].filter(Boolean).join('\n')
}

function writable(body: Record<string, string | undefined>, values: TaskValues): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(body).filter(([field, value]) => value !== undefined && values.writable.includes(field)))
}
