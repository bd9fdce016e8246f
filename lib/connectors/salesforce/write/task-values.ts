import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { Cache } from '../../ports'
import type { ObjectShape } from '../org/describe'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { parseRows, rowsOf } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { soql } from '../soql'
import { maybeFlag, maybeText } from '../wire'

const dayMs = 86_400_000
const usualDone = 'Completed'
const usualPriority = 'Normal'
const statusRow = z.object({ ApiName: maybeText, IsClosed: maybeFlag })

/** Values of this org's own picklists. */
export interface TaskValues {
  done: string
  planned: string | undefined
  priority: string | undefined
  /** Fields of a Task this user may write. */
  writable: readonly string[]
}

/** @throws AppError `forbidden` where this user may not create Tasks or write their descriptions, which hold the marker */
export async function taskValues(org: Org, cache: Cache): Promise<TaskValues> {
  const shape = await org.describe('Task')
  if (!shape?.createable) throw new AppError('forbidden', { detail: 'Task' })
  const lacking = ['WhoId', 'Description', 'ActivityDate'].find((field) => !shape.writable.includes(field))
  if (lacking) throw new AppError('forbidden', { detail: `Task.${lacking}` })
  const { Status = [], Priority = [] } = shape.picklists
  const done = await doneStatus(org, cache, shape)
  return {
    done,
    planned: Status.find((status) => status !== done),
    priority: Priority.includes(usualPriority) ? usualPriority : Priority[0],
    writable: shape.writable,
  }
}

/** A description of a Task does not say which status closes it; its own table does. */
async function doneStatus(org: Org, cache: Cache, shape: ObjectShape): Promise<string> {
  const statuses = shape.picklists['Status'] ?? []
  if (statuses.length === 0 || statuses.includes(usualDone)) return usualDone
  const key = `salesforce:${org.host}:done-status`
  const known = z.safeParse(z.string(), await cache.get(key))
  if (known.success) return known.data
  const source = { object: 'TaskStatus', fields: ['ApiName', 'IsClosed'], rest: soql`WHERE IsClosed = true` }
  const outcomes = await runSources(org, { statuses: source }, await loadAbsent(cache, org.host, org.userId))
  const closed = rowsOf(parseRows(outcomes.get('statuses'), statusRow)).find((row) => statuses.includes(row.ApiName ?? ''))?.ApiName
  const done = closed ?? statuses.at(-1) ?? usualDone
  await cache.set(key, done, dayMs)
  return done
}
