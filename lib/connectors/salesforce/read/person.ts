import * as z from 'zod/mini'
import type { Person } from '@/lib/domain/person'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { RawTouch } from '@/lib/domain/touch'
import { toMoment, toNoon } from '../time'
import { maybe, maybeFlag, maybeId, maybeNamed, maybeNumber, maybeText, recordId } from '../wire'

/** A row of Lead or Contact; what the one has not the other leaves out. */
export const personRow = z.object({
  Id: recordId,
  Name: maybeText,
  FirstName: maybeText,
  LastName: maybeText,
  Title: maybeText,
  Email: maybeText,
  LeadSource: maybeText,
  OwnerId: maybeId,
  Owner: maybeNamed,
  HasOptedOutOfEmail: maybeFlag,
  CreatedDate: maybeText,
  Company: maybeText,
  Industry: maybeText,
  Country: maybeText,
  Status: maybeText,
  IsConverted: maybeFlag,
  ConvertedDate: maybeText,
  ConvertedContactId: maybeId,
  ConvertedOpportunityId: maybeId,
  Account: maybe(z.object({ Name: maybeText, Industry: maybeText })),
  MailingCountry: maybeText,
  pi__score__c: maybeNumber,
  pi__grade__c: maybeText,
  pi__conversion_object_name__c: maybeText,
  pi__conversion_date__c: maybeText,
  mkto_si__Mkto_Lead_Score__c: maybeNumber,
  mkto_si__Last_Interesting_Moment_Date__c: maybeText,
  mkto_si__Last_Interesting_Moment_Desc__c: maybeText,
  mkto_si__Last_Interesting_Moment_Type__c: maybeText,
})
export type PersonRow = z.infer<typeof personRow>

/**
 * @param ref the page's own record
 * @param leadIds leads that were converted into this contact
 */
export function toPerson(ref: RecordRef, row: PersonRow, leadIds: readonly string[]): Person {
  return {
    ref,
    same: sameRecords(ref, row, leadIds),
    name: row.Name ?? [row.FirstName, row.LastName].filter(Boolean).join(' '),
    firstName: row.FirstName,
    lastName: row.LastName,
    title: row.Title,
    company: row.Company ?? row.Account?.Name,
    email: row.Email,
    ownerId: row.OwnerId,
    ownerName: row.Owner?.Name,
    status: row.Status,
    source: row.LeadSource,
    industry: row.Industry ?? row.Account?.Industry,
    country: row.Country ?? row.MailingCountry,
    score: scoreOf(row),
    grade: row.pi__grade__c,
    optedOut: row.HasOptedOutOfEmail ?? false,
    createdAt: toMoment(row.CreatedDate),
    converted: row.IsConverted
      ? { at: toNoon(row.ConvertedDate), contactId: row.ConvertedContactId, opportunityId: row.ConvertedOpportunityId }
      : undefined,
  }
}

export function scoreOf(row: Pick<PersonRow, 'pi__score__c' | 'mkto_si__Mkto_Lead_Score__c'>): Person['score'] {
  if (row.pi__score__c !== undefined) return { value: row.pi__score__c, system: 'pardot' }
  const value = row.mkto_si__Mkto_Lead_Score__c
  return value === undefined ? undefined : { value, system: 'marketo' }
}

function sameRecords(ref: RecordRef, row: PersonRow, leadIds: readonly string[]): RecordRef[] {
  const contacts = new Set([ref.kind === 'lead' ? row.ConvertedContactId : row.Id].filter((id) => id !== undefined))
  const others = [
    ...[...contacts].map((id): RecordRef => ({ ...ref, kind: 'contact', id })),
    ...leadIds.map((id): RecordRef => ({ ...ref, kind: 'lead', id })),
  ]
  return [ref, ...others.filter((other) => other.kind !== ref.kind || other.id !== ref.id)]
}

/** The little the marketing packages write on the record itself: the converting form and the last moment worth a word. */
export function toPackageTouches(row: PersonRow): RawTouch[] {
  const touches: RawTouch[] = []
  const add = (name: string, system: string, date: string | undefined, title: string | undefined, kind: RawTouch['kind']) => {
    const at = toMoment(date)
    if (at !== undefined && title) touches.push({ id: `salesforce:${name}:${row.Id}:${at}`, at, kind, title, origin: { system, id: row.Id }, signals: {} })
  }
  add('conversion', 'sf-pardot', row.pi__conversion_date__c, row.pi__conversion_object_name__c, 'form')
  const interesting = row.mkto_si__Last_Interesting_Moment_Type__c
  add('moment', 'sf-marketo', row.mkto_si__Last_Interesting_Moment_Date__c, row.mkto_si__Last_Interesting_Moment_Desc__c, kindOfMoment(interesting))
  return touches
}

function kindOfMoment(type: string | undefined): RawTouch['kind'] {
  return /web/i.test(type ?? '') ? 'page-view' : 'other'
}
