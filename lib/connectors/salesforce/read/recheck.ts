import * as z from 'zod/mini'
import type { CrmConnector } from '@/lib/domain/ports'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { anyOf, expectId, soql } from '../soql'
import { dayOf } from '../time'
import { maybe, maybeId, maybeNumber, maybeText, recordId } from '../wire'
import { type Absent, loadAbsent } from './absent'
import { personContact } from './account'
import { type Parsed, parseRows } from './parse-rows'
import { scoreOf } from './person'
import { packageFields } from './person-fields'
import { runSources } from './run-sources'
import type { Source } from './source'

type Recheck = Awaited<ReturnType<CrmConnector['recheck']>>

/** Keeps the queries within SOQL's length. */
const mostRefs = 100

const memberRow = z.object({ Id: recordId, LeadId: maybeId, ContactId: maybeId, FirstRespondedDate: maybeText })
const viewRow = z.object({ Id: recordId, Distribution: maybe(z.object({ RelatedRecordId: maybeId })) })
const replyRow = z.object({ Id: recordId, RelationId: maybeId })
const scoreRow = z.object({ Id: recordId, pi__score__c: maybeNumber, mkto_si__Mkto_Lead_Score__c: maybeNumber })

/** What people did since a moment: files opened, mails answered, campaigns responded to; and today's score. */
export async function recheck(org: Org, cache: Cache, refs: readonly RecordRef[], since: number): Promise<Recheck> {
  const absent = await loadAbsent(cache, org.host, org.userId)
  const results: Recheck = []
  for (let start = 0; start < refs.length; start += mostRefs) {
    results.push(...await recheckSome(org, cache, refs.slice(start, start + mostRefs), since, absent))
  }
  return results
}

async function recheckSome(org: Org, cache: Cache, refs: readonly RecordRef[], since: number, absent: Absent): Promise<Recheck> {
  const ids = new Map<RecordRef, string>()
  for (const ref of refs) ids.set(ref, ref.kind === 'account' ? await personContact(org, cache, ref.id, absent) : expectId(ref.id))
  const leads = refs.filter((ref) => ref.kind === 'lead').map((ref) => ref.id)
  const contacts = refs.filter((ref) => ref.kind !== 'lead').map((ref) => ids.get(ref) ?? '')
  const { zoneinfo } = await org.user()
  const outcomes = await runSources(org, {
    ...activity(leads, contacts, since),
    ...await scores(org, 'Lead', leads),
    ...await scores(org, 'Contact', contacts),
  }, absent)
  const members = expectRows(parseRows(outcomes.get('members'), memberRow)).filter((row) => (row.FirstRespondedDate ?? '') >= dayOf(since, zoneinfo))
  const views = expectRows(parseRows(outcomes.get('views'), viewRow))
  const replies = expectRows(parseRows(outcomes.get('replies'), replyRow))
  const scored = [...expectRows(parseRows(outcomes.get('Lead'), scoreRow)), ...expectRows(parseRows(outcomes.get('Contact'), scoreRow))]
  return refs.map((ref) => {
    const id = ids.get(ref)
    const row = scored.find((candidate) => candidate.Id === id)
    return {
      ref,
      newTouches: views.filter((view) => view.Distribution?.RelatedRecordId === id).length + replies.filter((reply) => reply.RelationId === id).length,
      campaignResponses: members.filter((member) => member.LeadId === id || member.ContactId === id).length,
      score: row && scoreOf(row)?.value,
    }
  })
}

function activity(leads: readonly string[], contacts: readonly string[], since: number): Record<string, Source> {
  const all = [...leads, ...contacts]
  const moment = { moment: since }
  const member = anyOf([
    ...(leads.length > 0 ? [soql`LeadId IN ${leads}`] : []),
    ...(contacts.length > 0 ? [soql`ContactId IN ${contacts}`] : []),
  ])
  return {
    members: {
      object: 'CampaignMember',
      fields: ['Id', 'LeadId', 'ContactId', 'FirstRespondedDate'],
      rest: soql`WHERE ${member} AND HasResponded = true AND LastModifiedDate > ${moment} LIMIT 2000`,
    },
    views: {
      object: 'ContentDistributionView',
      fields: ['Id', 'Distribution.RelatedRecordId'],
      rest: soql`WHERE Distribution.RelatedRecordId IN ${all} AND IsInternal = false AND CreatedDate > ${moment} LIMIT 2000`,
    },
    replies: {
      object: 'EmailMessageRelation',
      fields: ['Id', 'RelationId'],
      rest: soql`WHERE RelationId IN ${all} AND RelationType = 'FromAddress' AND EmailMessage.Incoming = true AND EmailMessage.MessageDate > ${moment} LIMIT 2000`,
    },
  }
}

async function scores(org: Org, object: 'Lead' | 'Contact', ids: readonly string[]): Promise<Record<string, Source>> {
  if (ids.length === 0) return {}
  const shape = await org.describe(object)
  const fields = packageFields.filter((field) => shape?.fields.includes(field) && field.toLowerCase().includes('score'))
  return fields.length > 0 ? { [object]: { object, fields: ['Id', ...fields], rest: soql`WHERE Id IN ${ids}` } } : {}
}

/** What the org does not have happened to nobody; any other failure must not look like that. */
function expectRows<T>(parsed: Parsed<T>): T[] {
  if ('rows' in parsed) return parsed.rows
  if (parsed.need !== undefined) return []
  throw parsed.error
}
