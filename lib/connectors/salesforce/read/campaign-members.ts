import * as z from 'zod/mini'
import type { RawTouch, TouchKind } from '@/lib/domain/touch'
import { soql } from '../soql'
import { toMoment, toNoon } from '../time'
import { maybe, maybeFlag, maybeText, recordId } from '../wire'
import type { Source } from './source'
import { type Who, whoIn } from './who'

export function campaignMembers(who: Who): Source {
  return {
    object: 'CampaignMember',
    fields: ['Id', 'CampaignId', 'Campaign.Name', 'Campaign.Type', 'Campaign.StartDate', 'Status', 'HasResponded', 'FirstRespondedDate', 'CreatedDate', 'LastModifiedDate'],
    rest: soql`WHERE ${whoIn(who, soql`LeadId`, soql`ContactId`)} ORDER BY CreatedDate DESC LIMIT 1000`,
  }
}

export const campaignMember = z.object({
  Id: recordId,
  CampaignId: recordId,
  Campaign: maybe(z.object({ Name: maybeText, Type: maybeText, StartDate: maybeText })),
  Status: maybeText,
  HasResponded: maybeFlag,
  /** A date: the CRM does not keep the time. */
  FirstRespondedDate: maybeText,
  CreatedDate: z.string(),
  LastModifiedDate: maybeText,
})
export type CampaignMember = z.infer<typeof campaignMember>

/** What a response to a campaign of this type means. Types are each org's own picklist; these are common ones, in lower case. */
const usualKinds: Readonly<Record<string, TouchKind>> = {
  'webinar': 'webinar-registered', 'content': 'download', 'ebook': 'download', 'white paper': 'download', 'whitepaper': 'download',
  'download': 'download', 'conference': 'event', 'trade show': 'event', 'event': 'event', 'seminar': 'event', 'seminar / conference': 'event',
  'demo': 'demo', 'demo request': 'demo', 'video': 'video', 'advertisement': 'ad', 'banner ads': 'ad', 'telemarketing': 'call',
}

/** Kinds that somebody took part in or asked for: no machine does that. */
const deliberateKinds: ReadonlySet<TouchKind> = new Set(['webinar-registered', 'webinar-attended', 'event', 'demo', 'download', 'form', 'call'])

const attended = /\b(attend(ed|ee)?|watched|joined|participated|visited)\b/i
const stayedAway = /\b(not|no[- ]?show|missed|cancell?ed|declined|didn'?t)\b/i

/**
 * Responses as touches. Members who were only targeted consumed nothing and are left out; a mail they were sent counts as
 * sent. Without a time of its own a response is known to the day.
 */
export function toCampaignTouches(members: readonly CampaignMember[], chosenKinds: Readonly<Record<string, TouchKind>>): RawTouch[] {
  return members.flatMap((member): RawTouch[] => {
    const kind = kindOf(member, chosenKinds)
    const when = momentOf(member, kind)
    if (kind === undefined || when === undefined) return []
    const name = member.Campaign?.Name ?? member.CampaignId
    return [{
      id: `salesforce:campaign-member:${member.Id}`,
      ...when,
      kind,
      title: name,
      itemId: member.CampaignId,
      campaign: { id: member.CampaignId, name },
      origin: { system: 'sf-campaign-members', id: member.Id },
      signals: deliberateKinds.has(kind) ? { deliberate: true } : {},
    }]
  })
}

function kindOf({ Campaign, Status = '', HasResponded }: CampaignMember, chosenKinds: Readonly<Record<string, TouchKind>>): TouchKind | undefined {
  const type = (Campaign?.Type ?? '').trim().toLowerCase()
  const usual = chosenKinds[type] ?? usualKinds[type] ?? (/webinar/.test(type) ? 'webinar-registered' : undefined)
  const away = stayedAway.test(Status)
  if (usual === 'webinar-registered' || usual === 'webinar-attended') {
    if (attended.test(Status) && !away) return 'webinar-attended'
    return HasResponded || /regist|signed up/i.test(Status) || away ? 'webinar-registered' : undefined
  }
  if (!HasResponded) return type === 'email' ? 'email-sent' : undefined
  return usual ?? 'campaign-response'
}

/**
 * The day of the first response, with the time where the row was made or last changed on that day. Who attended had often
 * responded earlier by registering: then it is the day the campaign took place.
 */
function momentOf(member: CampaignMember, kind: TouchKind | undefined): { at: number; dayOnly?: boolean } | undefined {
  const { FirstRespondedDate, CreatedDate, LastModifiedDate, Campaign } = member
  const took = kind === 'webinar-attended' || kind === 'event' ? Campaign?.StartDate : undefined
  const day = [FirstRespondedDate, took].filter((date) => date !== undefined).toSorted().at(-1)
  const exact = [CreatedDate, LastModifiedDate].find((moment) => day === undefined || moment?.startsWith(day))
  const at = toMoment(exact)
  if (at !== undefined) return { at }
  const noon = toNoon(day)
  return noon === undefined ? undefined : { at: noon, dayOnly: true }
}
