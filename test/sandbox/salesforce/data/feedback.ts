import { seedId } from '../ids.ts'
import type { SeedBuilder } from './builder.ts'
import { marketer, rep, secondRep } from './users.ts'

/** Judgements the team gave before today: lead key, verdict, reason of the default playbook, days ago, who. */
const verdicts: readonly [key: string, verdict: string, reason: string | null, daysAgo: number, by: 'rep' | 'secondRep'][] = [
  ['sara-lindqvist', 'good', 'right-person', 168, 'rep'],
  ['omar-haddad', 'good', 'real-need', 158, 'secondRep'],
  ['lotte-vermeer', 'good', 'asked-for-contact', 226, 'rep'],
  ['henrik-solberg', 'good', 'right-person', 300, 'rep'],
  ['chen-wei', 'good', 'asked-for-contact', 32, 'rep'],
  ['fiona-marlow', 'wrong', 'too-small', 120, 'rep'],
  ['sofia-petrova', 'wrong', 'student-or-job-seeker', 24, 'rep'],
  ['lucas-moreau', 'wrong', 'competitor-or-vendor', 79, 'secondRep'],
  ['karsten-lindner', 'not_yet', 'no-budget-yet', 59, 'rep'],
  ['haruka-nakamura', 'good', 'real-need', 47, 'secondRep'],
  ['wyatt-greenfield', 'good', 'knows-us', 38, 'secondRep'],
  ['giulia-ferraro', 'not_yet', 'just-researching', 29, 'rep'],
  ['mateus-ribeiro', 'not_yet', 'just-researching', 31, 'secondRep'],
  ['aigerim-sadykova', 'cant_tell', 'no-reply', 55, 'secondRep'],
  ['eline-maes', 'cant_tell', 'no-reply', 16, 'secondRep'],
  ['marcus-bell', 'good', 'real-need', 28, 'rep'],
]

const reps = { rep, secondRep }

/** Adds earlier verdicts, so that a rep sees a standing one and the desk has something to count. */
export function addFeedback(builder: SeedBuilder): void {
  verdicts.forEach(([key, verdict, reason, daysAgo, by], index) => {
    const lead = builder.find('Lead', seedId('00Q', key))
    if (lead === undefined) throw new Error(`no seeded lead ${key}`)
    const member = builder.seed().CampaignMember?.find((row) => row.LeadId === lead.Id)
    const campaign = builder.find('Campaign', String(member?.CampaignId))
    builder.add('Lead_Feedback__c', key, daysAgo, {
      Name: `LF-${String(index + 1).padStart(6, '0')}`, Feedback_Key__c: eventId(builder, index, daysAgo), Lead__c: lead.Id ?? null, Contact__c: lead.ConvertedContactId ?? null,
      Verdict__c: verdict, Reason__c: reason, Until__c: verdict === 'not_yet' ? builder.day(daysAgo - 45) : null, Logged_At__c: builder.at(daysAgo, '11:30'),
      Rep__c: reps[by].id, Rep_Name__c: reps[by].name, Campaign__c: campaign?.Name ?? null, Source__c: lead.LeadSource ?? null, Playbook_Version__c: '1',
    }, reps[by].id)
  })
  builder.add('Group', 'marketing-queue', 400, { Name: 'Marketing queue', DeveloperName: 'Marketing_queue', Type: 'Queue' }, marketer.id)
}

/** A UUIDv7 for the moment of the judgement, the same in every run. */
function eventId(builder: SeedBuilder, index: number, daysAgo: number): string {
  const at = Date.parse(builder.at(daysAgo, '11:30').replace('+0000', 'Z')).toString(16).padStart(12, '0')
  return `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-${String(index + 1).padStart(12, '0')}`
}
