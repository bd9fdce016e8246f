import { expectAsset } from '../../sample-assets.ts'
import type { OrgUser } from '../org.ts'
import { toDatetime } from '../time.ts'
import type { SeedBuilder } from './builder.ts'
import { campaignId } from './campaigns.ts'
import { versionId } from './library.ts'
import type { StoryEvent } from './story.ts'

/** The person a story is told about. A converted lead's rows carry both ids. */
export interface Subject {
  key: string
  leadId: string | null
  contactId: string | null
  name: string
  email: string
  company: string
  title: string
  source: string | null
  optedOut: boolean
  owner: OrgUser
}

/** Writes a person's story into the records a real org would hold it in. */
export function tellStory(builder: SeedBuilder, subject: Subject, events: readonly StoryEvent[]): void {
  events.forEach((event, index) => tellEvent(builder, subject, event, `${subject.key}/${index}`, clockTime(subject.key, index)))
  const lastDay = events.flatMap((event) => ('daysAgo' in event && event.kind !== 'member' && event.kind !== 'delivery' ? [event.daysAgo] : [])).sort((a, b) => a - b)[0]
  if (lastDay === undefined) return
  const [object, id] = subject.contactId === null ? ['Lead', subject.leadId] : ['Contact', subject.contactId]
  if (id !== null && object !== undefined) builder.change(object, id, { LastActivityDate: builder.day(lastDay) })
}

/** Office hours, different for each event, the same in every run. */
function clockTime(key: string, index: number): string {
  const spread = [...key].reduce((sum, char) => sum + char.charCodeAt(0), index * 137)
  return `${String(7 + (spread % 10)).padStart(2, '0')}:${String((spread * 7) % 60).padStart(2, '0')}`
}

function tellEvent(builder: SeedBuilder, subject: Subject, event: StoryEvent, key: string, time: string): void {
  switch (event.kind) {
    case 'member':
      return addMember(builder, subject, event, key)
    case 'email':
      return addEmail(builder, subject, event, key, time)
    case 'delivery':
      return addDelivery(builder, subject, event, key, time)
    case 'call':
    case 'meeting':
      return addTask(builder, subject, key, event.daysAgo, time, { Subject: event.subject, TaskSubtype: event.kind === 'call' ? 'Call' : 'Task', Type: event.kind === 'call' ? 'Call' : 'Meeting', Description: event.notes ?? null })
    case 'visit': {
      const asset = expectAsset(event.asset)
      return addTask(builder, subject, key, event.daysAgo, time, { Subject: `Web: ${asset.title}`.slice(0, 255), Description: `Visited ${asset.url ?? asset.title}` })
    }
    case 'todo':
      builder.add('Task', key, 3, {
        WhoId: subject.contactId ?? subject.leadId, Subject: event.subject, ActivityDate: builder.day(-event.dueInDays), Status: 'Not Started', Priority: 'Normal',
        TaskSubtype: 'Task', Description: event.notes ?? null, OwnerId: subject.owner.id,
      }, subject.owner.id)
  }
}

function addMember(builder: SeedBuilder, subject: Subject, event: Extract<StoryEvent, { kind: 'member' }>, key: string): void {
  const responded = !['Sent', 'Opened', 'Did not attend'].includes(event.status)
  builder.add('CampaignMember', key, event.daysAgo + (responded ? 6 : 0), {
    CampaignId: campaignId(event.campaign), LeadId: subject.leadId, ContactId: subject.contactId, LeadOrContactId: subject.contactId ?? subject.leadId,
    Status: event.status, HasResponded: responded, FirstRespondedDate: responded ? builder.day(event.daysAgo) : null,
    LastModifiedDate: builder.at(event.daysAgo, '10:00'), SystemModstamp: builder.at(event.daysAgo, '10:00'),
    Type: subject.contactId === null ? 'Lead' : 'Contact', Name: subject.name, CompanyOrAccount: subject.company, Title: subject.title,
    LeadSource: subject.source, HasOptedOutOfEmail: subject.optedOut,
  })
}

function addTask(builder: SeedBuilder, subject: Subject, key: string, daysAgo: number, time: string, fields: Record<string, string | null>): void {
  const at = builder.at(daysAgo, time)
  builder.add('Task', key, daysAgo, {
    WhoId: subject.contactId ?? subject.leadId, ActivityDate: builder.day(daysAgo), Status: 'Completed', Priority: 'Normal', TaskSubtype: 'Task', IsClosed: true,
    CompletedDateTime: at, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at, OwnerId: subject.owner.id, ...fields,
  }, subject.owner.id)
}

function addEmail(builder: SeedBuilder, subject: Subject, event: Extract<StoryEvent, { kind: 'email' }>, key: string, time: string): void {
  const at = builder.at(event.daysAgo, time)
  const sentAt = Date.parse(at.replace('+0000', 'Z'))
  const asset = event.asset === undefined ? undefined : expectAsset(event.asset)
  const link = asset?.url === undefined ? '' : `\n\n${asset.url}`
  const opened = event.openedAfter === undefined ? null : toDatetime(sentAt + event.openedAfter * 1000)
  addTask(builder, subject, `${key}/task`, event.daysAgo, time, { Subject: `Email: ${event.subject}`, TaskSubtype: 'Email', Type: 'Email' })
  const [from, to] = event.incoming === true ? [subject.email, subject.owner.email] : [subject.owner.email, subject.email]
  const id = builder.add('EmailMessage', key, event.daysAgo, {
    Subject: event.subject, TextBody: `Hello ${subject.name.split(' ')[0] ?? ''},${link}\n\nBest regards\n${subject.owner.name}`, FromAddress: from, FromName: event.incoming === true ? subject.name : subject.owner.name,
    ToAddress: to, Status: event.incoming === true ? '1' : '3', Incoming: event.incoming === true, MessageDate: at, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at,
    IsTracked: event.incoming !== true, IsOpened: opened !== null, FirstOpenedDate: opened,
    LastOpenedDate: event.lastOpenedDaysAgo === undefined ? opened : builder.at(event.lastOpenedDaysAgo, '16:20'), IsBounced: event.bounced === true,
  }, subject.owner.id)
  builder.add('EmailMessageRelation', key, event.daysAgo, {
    EmailMessageId: id, RelationId: subject.contactId ?? subject.leadId, RelationType: event.incoming === true ? 'FromAddress' : 'ToAddress', RelationAddress: subject.email,
    RelationObjectType: subject.contactId === null ? 'Lead' : 'Contact',
  })
}

function addDelivery(builder: SeedBuilder, subject: Subject, event: Extract<StoryEvent, { kind: 'delivery' }>, key: string, time: string): void {
  const asset = expectAsset(event.asset)
  const version = builder.find('ContentVersion', versionId(event.asset))
  if (version === undefined) throw new Error(`asset ${event.asset} is a page and cannot be delivered as a file`)
  const views = event.viewedDaysAgo.map((daysAgo, index) => builder.at(daysAgo, `${String(8 + (index % 9)).padStart(2, '0')}:${String((index * 17) % 60).padStart(2, '0')}`)).sort()
  const id = builder.add('ContentDistribution', key, event.daysAgo, {
    Name: `${asset.title} for ${subject.name}`.slice(0, 100), ContentVersionId: versionId(event.asset), ContentDocumentId: version.ContentDocumentId ?? null,
    RelatedRecordId: subject.contactId ?? subject.leadId, OwnerId: subject.owner.id, ViewCount: views.length + (event.ownViews ?? 0),
    FirstViewDate: views[0] ?? null, LastViewDate: views.at(-1) ?? null, DistributionPublicUrl: `https://quayside.file.force.com/sfc/p/${key.replace(/\W/g, '')}`,
    CreatedDate: builder.at(event.daysAgo, time), PreferencesAllowOriginalDownload: event.downloaded === true,
  }, subject.owner.id)
  views.forEach((at, index) => addView(builder, id, `${key}/view/${index}`, at, { IsInternal: false, IsDownload: event.downloaded === true && index === 0 }))
  for (let own = 0; own < (event.ownViews ?? 0); own += 1) addView(builder, id, `${key}/own/${own}`, builder.at(event.daysAgo, time), { IsInternal: true, IsDownload: false })
}

function addView(builder: SeedBuilder, distribution: string, key: string, at: string, fields: { IsInternal: boolean; IsDownload: boolean }): void {
  builder.add('ContentDistributionView', key, 0, { DistributionId: distribution, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at, ...fields })
}
