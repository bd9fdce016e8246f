import * as z from 'zod/mini'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { soql } from '../soql'
import { recordId } from '../wire'
import { loadAbsent } from './absent'
import { parseRows } from './parse-rows'
import { runSources } from './run-sources'

const idRow = z.object({ Id: recordId })

/** Leads and contacts with this address. */
export async function recordsOf(org: Org, cache: Cache, email: string): Promise<RecordRef[]> {
  const rest = soql`WHERE Email = ${email} LIMIT 50`
  const sources = { lead: { object: 'Lead', fields: ['Id'], rest }, contact: { object: 'Contact', fields: ['Id'], rest } }
  const outcomes = await runSources(org, sources, await loadAbsent(cache, org.host, org.userId))
  return (['lead', 'contact'] as const).flatMap((kind) => {
    const parsed = parseRows(outcomes.get(kind), idRow)
    if ('error' in parsed) throw parsed.error
    return parsed.rows.map(({ Id }): RecordRef => ({ crm: 'salesforce', org: org.host, kind, id: Id }))
  })
}
