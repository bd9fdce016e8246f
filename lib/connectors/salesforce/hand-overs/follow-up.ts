import * as z from 'zod/mini'
import type { FoundHandOver } from '@/lib/domain/hand-over'
import type { Org } from '../org/org'
import type { Absent } from '../read/absent'
import { readActivity } from '../read/logged-activity'
import { parseRows } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { soql } from '../soql'
import { toMoment, toNoon } from '../time'
import { verdictSubjectPrefix } from '../verdict-task'
import { maybeId, maybeText, recordId } from '../wire'
import { type Lacks, rowsOrLack } from './lacks'

/** As many as one page of an answer holds. */
const mostRows = 2000
const hourMs = 3_600_000

const taskRow = z.object({ Id: recordId, WhoId: maybeId, Subject: maybeText, TaskSubtype: maybeText, ActivityDate: maybeText, CompletedDateTime: maybeText, CreatedDate: z.string() })
const eventRow = z.object({ Id: recordId, WhoId: maybeId, CreatedDate: z.string() })

export interface Activity { at: number; exact: boolean }
export interface FollowUps {
  /** By id of the lead or contact, in any order. */
  byWho: Map<string, Activity[]>
  /** Something was not readable or there was too much of it: who has no activity here may have one. */
  partial: boolean
}

/** What sales did with these people: tasks done and meetings booked. Our own verdicts and bulk mail are no follow-up. */
export async function readFollowUps(org: Org, who: readonly string[], absent: Absent, lacks: Lacks): Promise<FollowUps> {
  const outcomes = await runSources(org, {
    tasks: {
      object: 'Task', fields: ['Id', 'WhoId', 'Subject', 'TaskSubtype', 'ActivityDate', 'CompletedDateTime', 'CreatedDate'],
      rest: soql`WHERE WhoId IN ${who} AND IsClosed = true ORDER BY CreatedDate, Id LIMIT ${mostRows}`,
    },
    events: { object: 'Event', fields: ['Id', 'WhoId', 'CreatedDate'], rest: soql`WHERE WhoId IN ${who} ORDER BY CreatedDate, Id LIMIT ${mostRows}` },
  }, absent)
  const tasks = rowsOrLack(parseRows(outcomes.get('tasks'), taskRow), 'follow-up', 'Task', lacks)
  const events = rowsOrLack(parseRows(outcomes.get('events'), eventRow), 'follow-up', 'Event', lacks)
  const byWho = new Map<string, Activity[]>()
  const add = (id: string | undefined, activity: Activity | undefined) => {
    if (id && activity) byWho.set(id, [...(byWho.get(id) ?? []), activity])
  }
  for (const row of tasks ?? []) {
    if (isSales(row)) add(row.WhoId, momentOf(row))
  }
  for (const row of events ?? []) add(row.WhoId, exactly(toMoment(row.CreatedDate)))
  return { byWho, partial: !tasks || !events || tasks.length === mostRows || events.length === mostRows }
}

/** Tools log what people did as tasks too: visits, forms and mass mail are no work of sales. */
function isSales({ Subject = '', TaskSubtype }: z.infer<typeof taskRow>): boolean {
  if (Subject.startsWith(verdictSubjectPrefix) || TaskSubtype === 'ListEmail' || /\blist e-?mail\b/i.test(Subject)) return false
  return TaskSubtype === 'Call' || TaskSubtype === 'Email' || readActivity(Subject) === undefined
}

/** A task logged later for an earlier day happened on that day; the hour is not known. */
function momentOf({ ActivityDate, CompletedDateTime, CreatedDate }: z.infer<typeof taskRow>): Activity | undefined {
  const at = toMoment(CompletedDateTime) ?? toMoment(CreatedDate)
  const noon = toNoon(ActivityDate)
  if (noon === undefined || at === undefined || ActivityDate === new Date(at).toISOString().slice(0, 10)) return exactly(at)
  return noon < at ? { at: noon, exact: false } : exactly(at)
}

function exactly(at: number | undefined): Activity | undefined {
  return at === undefined ? undefined : { at, exact: true }
}

/** The first activity since the hand-over; of a hand-over known to the day, since the morning (UTC) of that day. */
export function firstSince(activities: readonly Activity[], { at, precision }: Pick<FoundHandOver, 'at' | 'precision'>): Activity | undefined {
  const dayOf = (moment: number) => Math.floor(moment / (24 * hourMs))
  const counts = (activity: Activity) => (activity.exact && precision === 'moment' ? activity.at >= at : dayOf(activity.at) >= dayOf(at))
  const first = activities.filter(counts).toSorted((a, b) => a.at - b.at)[0]
  return first && { ...first, at: Math.max(first.at, at) }
}
