import * as z from 'zod/mini'
import type { Cache } from '../../ports'
import type { Part } from '../org/composite'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { parseRows, rowsOf } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { expectId, soql } from '../soql'
import { maybeText } from '../wire'

const dayMs = 86_400_000
const statusRow = z.object({ ApiName: maybeText, MasterLabel: maybeText })
const statusNames = z.array(z.string())

/** Lead statuses that may be set: those that do not convert the lead. */
export async function openStatuses(org: Org, cache: Cache): Promise<string[]> {
  const key = `salesforce:${org.host}:lead-statuses`
  const known = z.safeParse(statusNames, await cache.get(key))
  if (known.success) return known.data
  const source = { object: 'LeadStatus', fields: ['ApiName', 'MasterLabel'], rest: soql`WHERE IsConverted = false ORDER BY SortOrder` }
  const outcomes = await runSources(org, { statuses: source }, await loadAbsent(cache, org.host, org.userId))
  const names = rowsOf(parseRows(outcomes.get('statuses'), statusRow)).flatMap((row) => row.ApiName ?? row.MasterLabel ?? [])
  if (names.length > 0) await cache.set(key, names, dayMs)
  return names
}

/** Sets the status without waking the org's lead assignment, which an update would do by default. */
export function statusPart(lead: string, status: string): Part {
  return {
    ref: 'status', method: 'PATCH', path: `/sobjects/Lead/${expectId(lead)}`, body: { Status: status }, headers: { 'Sforce-Auto-Assign': 'FALSE' },
  }
}
