import * as z from 'zod/mini'
import { handOverPart, type FoundHandOver, type HandOverPart, type HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverProgress, HandOverReader } from '@/lib/domain/hand-over-ports'
import { bestOutcome } from '@/lib/domain/hand-overs/best-outcome'
import type { Influence } from '@/lib/domain/influence'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { campaignMember } from '../read/campaign-members'
import { parseRows } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import type { Source } from '../read/source'
import { anyOf, soql } from '../soql'
import { toMoment, toNoon } from '../time'
import { maybe, maybeFlag, maybeId, maybeText, recordId } from '../wire'
import { firstEntry, toWanted } from './entry'
import { firstSince, type FollowUps, readFollowUps } from './follow-up'
import { createLacks, rowsOrLack } from './lacks'
import { leadOutcome, opportunityColumns, opportunityRow, toOutcome } from './outcome'

const mostRows = 2000
/** Who lacks this permission does not see converted leads, and that is all that can be told of a lead that is gone. */
const convertedPermission = 'View and Edit Converted Leads'

const leadRow = z.object({
  Id: recordId, CreatedDate: z.string(), Title: maybeText, Industry: maybeText, LeadSource: maybeText, Status: maybeText, IsConverted: maybeFlag, ConvertedDate: maybeText,
  ConvertedContactId: maybeId, ...leadOutcome,
})
type LeadRow = z.infer<typeof leadRow>
const contactRow = z.object({ Id: recordId, Title: maybeText, LeadSource: maybeText, Account: maybe(z.object({ Industry: maybeText })) })
const roleRow = z.object({ ContactId: maybeId, OpportunityId: maybeId, Opportunity: maybe(opportunityRow) })
const changeRow = z.object({ LeadId: maybeId, OldValue: maybeText, NewValue: maybeText, CreatedDate: z.string() })
const memberRow = z.extend(campaignMember, { LeadId: maybeId, ContactId: maybeId })
type MemberRow = z.infer<typeof memberRow>

/** What became of leads handed over: two calls for a batch, whatever its size. */
export async function readProgress(org: Org, cache: Cache, rule: HandOverRule, found: readonly FoundHandOver[]): ReturnType<HandOverReader['progress']> {
  const absent = await loadAbsent(cache, org.host, org.userId)
  const lacks = createLacks()
  const columns = await opportunityColumns(org, lacks)
  const [leadIds, contactIds] = (['lead', 'contact'] as const).map((kind) => found.flatMap(({ ref }) => (ref.kind === kind ? [ref.id] : [])))
  const outcomes = await runSources(org, sourcesFor(leadIds ?? [], contactIds ?? [], columns), absent)
  const take = <T>(name: string, schema: z.core.$ZodType<T>, part: HandOverPart | 'record', object: string) => rowsOrLack(parseRows(outcomes.get(name), schema), part, object, lacks)
  const leads = new Map(take('leads', leadRow, 'record', 'Lead')?.map((row) => [row.Id, row]))
  const contacts = new Map(take('contacts', contactRow, 'record', 'Contact')?.map((row) => [row.Id, row]))
  const changes = take('history', changeRow, 'stages', 'LeadHistory')
  const members = take('members', memberRow, 'campaigns', 'CampaignMember')
  const roles = take('roles', roleRow, 'outcome', 'OpportunityContactRole')
  const people = [...found.map(({ ref }) => ref.id), ...[...leads.values()].flatMap(({ ConvertedContactId }) => ConvertedContactId ?? [])]
  const followUps = await readFollowUps(org, [...new Set(people)], absent, lacks)

  const membersOf = Map.groupBy(members ?? [], ({ LeadId, ContactId }) => LeadId ?? ContactId)
  const changesOf = Map.groupBy(changes ?? [], ({ LeadId }) => LeadId)
  const rolesOf = Map.groupBy(roles ?? [], ({ ContactId }) => ContactId)
  const progress = found.map((entry): HandOverProgress => {
    const { ref } = entry
    const campaigns = (membersOf.get(ref.id) ?? []).flatMap(toInfluence)
    if (ref.kind === 'contact') {
      const row = contacts.get(ref.id)
      const outcome = bestOutcome((rolesOf.get(ref.id) ?? []).flatMap(({ OpportunityId, Opportunity }) => (OpportunityId ? [toOutcome(OpportunityId, Opportunity)] : [])))
      const unknown = unknownOf({ campaigns: !members, outcome: !columns || !roles, stages: true }, followUps, [ref.id], entry)
      return { ref, same: [], campaigns, source: row?.LeadSource, title: row?.Title, industry: row?.Account?.Industry, ...followUpOf(followUps, [ref.id], entry), outcome, unknown }
    }
    const row = leads.get(ref.id)
    if (!row) {
      lacks.add('record', convertedPermission)
      return { ref, same: [], campaigns, unknown: [...handOverPart.options] }
    }
    const own = changesOf.get(ref.id) ?? []
    const entered = (values: readonly string[]) => (values.length === 0 ? undefined : firstEntry(own, row.CreatedDate, row.Status, toWanted(values)))
    const who = [ref.id, ...(row.ConvertedContactId ? [row.ConvertedContactId] : [])]
    return {
      ref, same: sameOf(ref, row), campaigns, source: row.LeadSource, title: row.Title, industry: row.Industry, status: row.Status,
      ...followUpOf(followUps, who, entry),
      mqlAt: changes && entered(rule.mql),
      sqlAt: changes && entered(rule.sql),
      convertedAt: row.IsConverted ? toNoon(row.ConvertedDate) ?? entry.at : undefined,
      outcome: row.ConvertedOpportunityId && columns ? toOutcome(row.ConvertedOpportunityId, row.ConvertedOpportunity) : undefined,
      unknown: unknownOf({ campaigns: !members, outcome: !columns, stages: !changes && rule.sql.length > 0 }, followUps, who, entry),
    }
  })
  return { progress, lacks: lacks.all() }
}

function sourcesFor(leads: readonly string[], contacts: readonly string[], columns: readonly string[] | undefined): Record<string, Source> {
  const through = (relation: string) => (columns ?? []).map((name) => `${relation}.${name}`)
  const member = [...(leads.length > 0 ? [soql`LeadId IN ${leads}`] : []), ...(contacts.length > 0 ? [soql`ContactId IN ${contacts}`] : [])]
  return {
    ...(leads.length > 0 ? {
      leads: {
        object: 'Lead', rest: soql`WHERE Id IN ${leads}`,
        fields: [
          'Id', 'CreatedDate', 'Title', 'Industry', 'LeadSource', 'Status', 'IsConverted', 'ConvertedDate', 'ConvertedContactId', ...(columns ? ['ConvertedOpportunityId'] : []),
          ...through('ConvertedOpportunity'),
        ],
      },
      history: { object: 'LeadHistory', fields: ['Id', 'LeadId', 'OldValue', 'NewValue', 'CreatedDate'], rest: soql`WHERE Field = 'Status' AND LeadId IN ${leads} ORDER BY CreatedDate, Id LIMIT ${mostRows}` },
    } : {}),
    ...(contacts.length > 0 ? {
      contacts: { object: 'Contact', fields: ['Id', 'Title', 'LeadSource', 'Account.Industry'], rest: soql`WHERE Id IN ${contacts}` },
      ...(columns ? { roles: { object: 'OpportunityContactRole', fields: ['Id', 'ContactId', 'OpportunityId', ...through('Opportunity')], rest: soql`WHERE ContactId IN ${contacts} LIMIT ${mostRows}` } } : {}),
    } : {}),
    members: {
      object: 'CampaignMember',
      fields: ['Id', 'LeadId', 'ContactId', 'CampaignId', 'Campaign.Name', 'FirstRespondedDate', 'CreatedDate'],
      rest: soql`WHERE HasResponded = true AND ${anyOf(member)} ORDER BY CreatedDate, Id LIMIT ${mostRows}`,
    },
  }
}

function toInfluence({ Campaign, CampaignId, FirstRespondedDate, CreatedDate }: MemberRow): Influence[] {
  const exact = FirstRespondedDate === undefined || CreatedDate.startsWith(FirstRespondedDate)
  return [{ name: Campaign?.Name ?? CampaignId, at: exact ? toMoment(CreatedDate) : toNoon(FirstRespondedDate), by: 'member' }]
}

function sameOf(ref: RecordRef, { ConvertedContactId }: LeadRow): RecordRef[] {
  return ConvertedContactId ? [{ ...ref, kind: 'contact', id: ConvertedContactId }] : []
}

function activitiesOf({ byWho }: FollowUps, who: readonly string[]) {
  return who.flatMap((id) => byWho.get(id) ?? [])
}

function followUpOf(followUps: FollowUps, who: readonly string[], entry: FoundHandOver): Pick<HandOverProgress, 'followedUpAt' | 'followUpExact'> {
  const first = firstSince(activitiesOf(followUps, who), entry)
  return first ? { followedUpAt: first.at, followUpExact: first.exact } : {}
}

function unknownOf(lacking: Partial<Record<HandOverPart, boolean>>, followUps: FollowUps, who: readonly string[], entry: FoundHandOver): HandOverPart[] {
  const noFollowUp = followUps.partial && firstSince(activitiesOf(followUps, who), entry) === undefined
  return handOverPart.options.filter((part) => (part === 'follow-up' ? noFollowUp : lacking[part] === true))
}
