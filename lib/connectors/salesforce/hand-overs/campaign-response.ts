import * as z from 'zod/mini'
import type { FoundHandOver, HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverPage } from '@/lib/domain/hand-over-ports'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { parseJson } from '../read/feedback'
import { parseRows } from '../read/parse-rows'
import { after, position, reachedBy } from '../read/position'
import { runSources } from '../read/run-sources'
import { soql } from '../soql'
import { toMoment, toNoon } from '../time'
import { maybeId, maybeText, recordId } from '../wire'

const pageSize = 200

const memberRow = z.object({ Id: recordId, LeadId: maybeId, ContactId: maybeId, FirstRespondedDate: maybeText, CreatedDate: z.string(), SystemModstamp: z.string() })
type MemberRow = z.infer<typeof memberRow>

/** Leads and contacts that responded to one of the campaigns, or to any. */
export async function findByResponse(org: Org, cache: Cache, rule: HandOverRule, campaigns: readonly string[], cursorText: string | undefined): Promise<HandOverPage> {
  const parsed = z.safeParse(position, parseJson(cursorText))
  const from = parsed.success ? parsed.data : { at: rule.since }
  const absent = await loadAbsent(cache, org.host, org.userId)
  const chosen = campaigns.length > 0 ? soql`AND CampaignId IN ${campaigns} ` : soql``
  const outcomes = await runSources(org, { members: {
    object: 'CampaignMember', fields: ['Id', 'LeadId', 'ContactId', 'FirstRespondedDate', 'CreatedDate', 'SystemModstamp'],
    rest: soql`WHERE HasResponded = true ${chosen}AND ${after('SystemModstamp', from)} ORDER BY SystemModstamp, Id LIMIT ${pageSize}`,
  } }, absent)
  const members = parseRows(outcomes.get('members'), memberRow)
  if ('error' in members) throw members.error
  const reached = reachedBy(members.rows, (row) => row.SystemModstamp) ?? from
  const more = members.rows.length === pageSize
  return {
    found: members.rows.flatMap((row) => toFound(row, org.host)).filter(({ at }) => at >= rule.since),
    cursor: JSON.stringify(more ? reached : { at: reached.at }),
    more,
    lacks: [],
  }
}

/** The CRM keeps the day of a response only; of a member added on that very day the moment is known. */
function toFound({ LeadId, ContactId, FirstRespondedDate, CreatedDate }: MemberRow, host: string): FoundHandOver[] {
  const id = LeadId ?? ContactId
  const exact = FirstRespondedDate === undefined || CreatedDate.startsWith(FirstRespondedDate)
  const at = exact ? toMoment(CreatedDate) : toNoon(FirstRespondedDate)
  if (id === undefined || at === undefined) return []
  return [{ ref: { crm: 'salesforce', org: host, kind: LeadId ? 'lead' : 'contact', id }, at, precision: exact ? 'moment' : 'day' }]
}
