import * as z from 'zod/mini'
import type { FoundHandOver, HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverPage } from '@/lib/domain/hand-over-ports'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { type Absent, loadAbsent } from '../read/absent'
import { parseJson } from '../read/feedback'
import { parseRows } from '../read/parse-rows'
import { after, position, reachedBy } from '../read/position'
import { runSources } from '../read/run-sources'
import type { Source } from '../read/source'
import { paths, soql } from '../soql'
import { maybeId, maybeText, recordId } from '../wire'
import { type Change, firstEntry, toWanted, withoutHistory } from './entry'
import { createLacks, type Lacks, rowsOrLack } from './lacks'

const historyPage = 500
const leadPage = 200
/** Changes of as many leads as one page holds; more than that leads do not have. */
const mostChanges = 2000

/** `tracked`: the org keeps history of this field; a lead without any has always had its value. */
const cursorShape = z.strictObject({ history: position, leads: position, tracked: z._default(z.boolean(), false) })

const historyRow = z.object({ Id: recordId, LeadId: maybeId, OldValue: maybeText, NewValue: maybeText, CreatedDate: z.string() })
type HistoryRow = z.infer<typeof historyRow>
const leadRow = z.object({ Id: recordId, Status: maybeText, OwnerId: maybeId, CreatedDate: z.string(), SystemModstamp: z.string() })
type LeadRow = z.infer<typeof leadRow>

/** The field a rule watches: its name in field history, and its column on the lead. */
export interface Watched { field: 'Status' | 'Owner'; column: 'Status' | 'OwnerId'; values: readonly string[] }

/**
 * Leads whose status or owner became one of the wanted values. Two streams lead to them, both by moment of change: field history, which also knows who has
 * moved on since, and leads that have the value now, which also knows those created with it. Their own history then says when.
 */
export async function findByField(org: Org, cache: Cache, rule: HandOverRule, { field, column, values }: Watched, cursorText: string | undefined): Promise<HandOverPage> {
  const start = { at: rule.since }
  const parsed = z.safeParse(cursorShape, parseJson(cursorText))
  const from = parsed.success ? parsed.data : { history: start, leads: start, tracked: false }
  const absent = await loadAbsent(cache, org.host, org.userId)
  const lacks = createLacks()
  const wanted = toWanted(values)
  const outcomes = await runSources(org, {
    history: {
      object: 'LeadHistory', fields: ['Id', 'LeadId', 'OldValue', 'NewValue', 'CreatedDate'],
      rest: soql`WHERE Field = ${field} AND ${after('CreatedDate', from.history)} ORDER BY CreatedDate, Id LIMIT ${historyPage}`,
    },
    leads: {
      object: 'Lead', fields: ['Id', column, 'CreatedDate', 'SystemModstamp'],
      rest: soql`WHERE ${paths([column])} IN ${values} AND CreatedDate >= ${{ moment: rule.since }} AND ${after('SystemModstamp', from.leads)} ORDER BY SystemModstamp, Id LIMIT ${leadPage}`,
    },
  }, absent)
  const changes = rowsOrLack(parseRows(outcomes.get('history'), historyRow), 'history', 'LeadHistory', lacks)
  const leads = parseRows(outcomes.get('leads'), leadRow)
  if ('error' in leads) throw leads.error
  const tracked = from.tracked || (changes ?? []).length > 0
  const ids = new Set([...(changes ?? []).flatMap(({ LeadId, OldValue, NewValue }) => (LeadId && (wanted(OldValue) || wanted(NewValue)) ? [LeadId] : [])), ...leads.rows.map(({ Id }) => Id)])
  const found: FoundHandOver[] = []
  if (tracked) {
    for (const batch of inBatches([...ids])) found.push(...entriesOf(await readLeads(org, batch, field, column, absent, lacks), org.host, column, wanted))
  } else {
    found.push(...leads.rows.flatMap((row) => toFound(row, org.host, withoutHistory(row.CreatedDate))))
    if (changes && found.length > 0) lacks.add('history', `Lead.${field}`)
  }
  const reached = {
    history: reachedBy(changes ?? [], (row) => row.CreatedDate) ?? from.history,
    leads: reachedBy(leads.rows, (row) => row.SystemModstamp) ?? from.leads,
    tracked,
  }
  const more = changes?.length === historyPage || leads.rows.length === leadPage
  return {
    found: found.filter(({ at }) => at >= rule.since),
    cursor: JSON.stringify(more ? reached : { history: { at: reached.history.at }, leads: { at: reached.leads.at }, tracked }),
    more,
    lacks: lacks.all(),
  }
}

interface Read { leads: LeadRow[]; changes: HistoryRow[] }

async function readLeads(org: Org, ids: readonly string[], field: string, column: string, absent: Absent, lacks: Lacks): Promise<Read> {
  const sources: Record<string, Source> = {
    leads: { object: 'Lead', fields: ['Id', column, 'CreatedDate', 'SystemModstamp'], rest: soql`WHERE Id IN ${ids}` },
    history: {
      object: 'LeadHistory', fields: ['Id', 'LeadId', 'OldValue', 'NewValue', 'CreatedDate'],
      rest: soql`WHERE Field = ${field} AND LeadId IN ${ids} ORDER BY CreatedDate, Id LIMIT ${mostChanges}`,
    },
  }
  const outcomes = await runSources(org, sources, absent)
  const leads = parseRows(outcomes.get('leads'), leadRow)
  if ('error' in leads) throw leads.error
  return { leads: leads.rows, changes: rowsOrLack(parseRows(outcomes.get('history'), historyRow), 'history', 'LeadHistory', lacks) ?? [] }
}

function entriesOf({ leads, changes }: Read, host: string, column: Watched['column'], wanted: (value: string | undefined) => boolean): FoundHandOver[] {
  const byLead = Map.groupBy(changes, ({ LeadId }) => LeadId)
  return leads.flatMap((row) => {
    const own: Change[] = (byLead.get(row.Id) ?? []).filter((change) => column === 'Status' || isById(change))
    const at = firstEntry(own, row.CreatedDate, row[column], wanted)
    return toFound(row, host, at === undefined ? undefined : { at, precision: 'moment' })
  })
}

function isById({ OldValue, NewValue }: Change): boolean {
  return [OldValue, NewValue].every((value) => value === undefined || /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(value))
}

function toFound(row: LeadRow, host: string, when: Pick<FoundHandOver, 'at' | 'precision'> | undefined): FoundHandOver[] {
  return when ? [{ ref: { crm: 'salesforce', org: host, kind: 'lead', id: row.Id }, ...when }] : []
}

function inBatches<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / leadPage) }, (_, index) => list.slice(index * leadPage, (index + 1) * leadPage))
}
