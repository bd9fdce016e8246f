import * as z from 'zod/mini'
import type { Cache } from '../../ports'
import { loadAbsent } from '../read/absent'
import { parseRows, rowsOf } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { soql } from '../soql'
import { maybeFlag } from '../wire'
import type { Org } from './org'

const dayMs = 86_400_000
const permissionRow = z.object({ PermissionsCustomizeApplication: maybeFlag, PermissionsModifyAllData: maybeFlag })

/**
 * Whether the user may administer the org: "Customize Application" or "Modify All Data", whatever grants it. Remembered for a
 * day; what cannot be read means no.
 * @param ask false: answers from what is remembered
 */
export async function mayAdminister(org: Org, cache: Cache, ask: boolean | 'afresh'): Promise<boolean> {
  const key = `salesforce:${org.host}:${org.userId}:admin`
  const known = z.safeParse(z.boolean(), ask === 'afresh' ? undefined : await cache.get(key))
  if (known.success) return known.data
  if (ask === false) return false
  const source = { object: 'UserPermissionAccess', fields: ['PermissionsCustomizeApplication', 'PermissionsModifyAllData'], rest: soql`LIMIT 1` }
  const outcomes = await runSources(org, { permissions: source }, await loadAbsent(cache, org.host, org.userId)).catch(() => undefined)
  if (!outcomes) return false
  const [row] = rowsOf(parseRows(outcomes.get('permissions'), permissionRow))
  const may = row?.PermissionsCustomizeApplication === true || row?.PermissionsModifyAllData === true
  await cache.set(key, may, dayMs)
  return may
}
