import * as z from 'zod/mini'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { TeamVerdicts } from '@/lib/domain/ports'
import type { Cache } from '../../ports'
import { feedbackObject } from '../feedback-fields'
import type { Org } from '../org/org'
import { type Soql, soql } from '../soql'
import { verdictSubjectPrefix, parseVerdict, standingOf } from '../verdict-task'
import { maybe, maybeId, maybeText, recordId } from '../wire'
import { loadAbsent } from './absent'
import { feedbackRow, type FeedbackRow, parseJson, refOf, toEvent, toStanding, visibleFields } from './feedback'
import { parseRows, rowsOf } from './parse-rows'
import { after, position, type Position, reachedBy } from './position'
import { runSources } from './run-sources'
import type { Source } from './source'

const pageSize = 200
const cursorShape = z.strictObject({ feedback: position, tasks: position })

const taskRow = z.object({
  Id: recordId, Description: maybeText, WhoId: maybeId, Who: maybe(z.object({ Type: maybeText, Name: maybeText })), SystemModstamp: z.string(),
})
type TaskRow = z.infer<typeof taskRow>
type Item = TeamVerdicts['items'][number]

/** The team's verdicts by the moment they last changed, from the feedback object and from Tasks, in one call. */
export async function teamVerdicts(org: Org, cache: Cache, cursor: string | undefined): Promise<TeamVerdicts> {
  const parsed = z.safeParse(cursorShape, parseJson(cursor))
  const from = parsed.success ? parsed.data : { feedback: { at: 0 }, tasks: { at: 0 } }
  const absent = await loadAbsent(cache, org.host, org.userId)
  const shape = await org.describe(feedbackObject)
  const names = ['Lead__r.Name', 'Contact__r.Name']
  const outcomes = await runSources(org, {
    ...(shape ? { feedback: page({ object: feedbackObject, fields: [...visibleFields(shape), ...names] }, undefined, from.feedback) } : {}),
    tasks: page({ object: 'Task', fields: ['Id', 'Description', 'WhoId', 'Who.Type', 'Who.Name', 'SystemModstamp'] }, soql`Subject LIKE ${`${verdictSubjectPrefix}%`}`, from.tasks),
  }, absent)
  const feedback = parseRows(outcomes.get('feedback'), feedbackRow)
  const tasks = parseRows(outcomes.get('tasks'), taskRow)
  for (const part of [feedback, tasks]) if ('error' in part) throw part.error
  const reached = { feedback: last(rowsOf(feedback)) ?? from.feedback, tasks: last(rowsOf(tasks)) ?? from.tasks }
  const more = rowsOf(feedback).length === pageSize || rowsOf(tasks).length === pageSize
  return {
    items: [
      ...rowsOf(feedback).flatMap((row) => itemOfRow(row, org.host)),
      ...rowsOf(tasks).flatMap((row) => itemOfTask(row, org.host)),
    ],
    next: more ? JSON.stringify(reached) : undefined,
    cursor: JSON.stringify({ feedback: { at: reached.feedback.at }, tasks: { at: reached.tasks.at } }),
  }
}

function page(source: Pick<Source, 'object' | 'fields'>, filter: Soql | undefined, from: Position): Source {
  const changed = after('SystemModstamp', from)
  const where = filter ? soql`${filter} AND ${changed}` : changed
  return { ...source, rest: soql`WHERE ${where} ORDER BY SystemModstamp, Id LIMIT ${pageSize}` }
}

function last(rows: readonly { Id: string; SystemModstamp: string }[]): Position | undefined {
  return reachedBy(rows, (row) => row.SystemModstamp)
}

function itemOfRow(row: FeedbackRow, host: string): Item[] {
  const verdict = toStanding(row)
  const ref = refOf(row, host)
  return verdict && ref ? [{ ref, recordName: row.Lead__r?.Name ?? row.Contact__r?.Name, verdict, event: toEvent(row, ref) }] : []
}

function itemOfTask(row: TaskRow, host: string): Item[] {
  const event = parseVerdict(row.Description)
  const kind = row.Who?.Type === 'Lead' ? 'lead' : 'contact'
  if (!event || !row.WhoId) return []
  const ref: RecordRef = { crm: 'salesforce', org: host, kind, id: row.WhoId }
  return [{ ref, recordName: row.Who?.Name, verdict: standingOf(event), event }]
}
