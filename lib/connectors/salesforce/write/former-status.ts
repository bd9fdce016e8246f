import * as z from 'zod/mini'
import { type StatusChange, statusStep } from '@/lib/domain/status-map'
import type { Cache } from '../../ports'
import { feedbackKey, feedbackObject } from '../feedback-fields'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { statusKeptIn } from '../read/feedback'
import { parseRows, rowsOf } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { expectId, soql } from '../soql'
import { parseVerdict, statusInTask } from '../verdict-task'
import { maybeText, recordId } from '../wire'
import { openStatuses } from './lead-status'
import { ownTasks } from './task'

const leadRow = z.object({ Status: maybeText })
const newerRow = z.object({ Id: recordId })
const keptRow = z.object({ Feedback_Key__c: z.string(), Evidence__c: maybeText })

export interface StatusAim {
  lead: string
  eventId: string
  /** When the verdict was given, epoch milliseconds. */
  at: number
  /** The verdict this one replaces, where it may have reached the org. */
  earlier: string | undefined
  wanted: string | undefined
  /** Verdicts are Tasks here. */
  asTask: boolean
}

/**
 * Reads, right before the write, what the lead's status is and was, and decides. Never a converted status, and none from a verdict that
 * arrives after a newer one.
 */
export async function planStatus(org: Org, cache: Cache, { lead, eventId, at, earlier, wanted, asTask }: StatusAim): Promise<ReturnType<typeof statusStep>> {
  if (wanted === undefined && earlier === undefined) return {}
  const ids = [eventId, ...(earlier ? [earlier] : [])]
  const outcomes = await runSources(org, {
    lead: { object: 'Lead', fields: ['Id', 'Status'], rest: soql`WHERE Id = ${expectId(lead)}` },
    ...(asTask ? {} : {
      kept: { object: feedbackObject, fields: ['Id', feedbackKey, 'Evidence__c'], rest: soql`WHERE Feedback_Key__c IN ${ids}` },
      newer: { object: feedbackObject, fields: ['Id'], rest: soql`WHERE Lead__c = ${expectId(lead)} AND Logged_At__c > ${{ moment: at }} LIMIT 1` },
    }),
  }, await loadAbsent(cache, org.host, org.userId))
  const current = rowsOf(parseRows(outcomes.get('lead'), leadRow))[0]?.Status
  if (current === undefined) return { write: wanted }
  const { kept, isLate } = asTask ? await keptInTasks(org, cache, { lead, at }) : {
    kept: new Map(rowsOf(parseRows(outcomes.get('kept'), keptRow)).map((row) => [row.Feedback_Key__c, statusKeptIn(row.Evidence__c)])),
    isLate: rowsOf(parseRows(outcomes.get('newer'), newerRow)).length > 0,
  }
  if (isLate) return {}
  const step = statusStep({ wanted, current, own: kept.get(eventId), before: earlier === undefined ? undefined : kept.get(earlier) })
  return step.write !== undefined && !(await openStatuses(org, cache)).includes(step.write) ? {} : step
}

async function keptInTasks(org: Org, cache: Cache, { lead, at }: { lead: string; at: number }): Promise<{ kept: Map<string, StatusChange | undefined>; isLate: boolean }> {
  const tasks = (await ownTasks(org, cache, { lead }, soql`IsClosed = true`)).filter(({ task }) => task === 'verdict')
  return {
    kept: new Map(tasks.map(({ eventId, description }) => [eventId, statusInTask(description)])),
    isLate: tasks.some(({ description }) => (parseVerdict(description)?.at ?? 0) > at),
  }
}
