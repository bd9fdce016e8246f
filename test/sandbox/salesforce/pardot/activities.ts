import type { Org } from '../org.ts'
import type { Row } from '../store.ts'

export interface Activity {
  id: number
  type: number
  typeName: string
  details: string
  /** ISO 8601 with offset, as this API writes it. */
  createdAt: string
  updatedAt: string
  prospectId: number
  campaign: { name: string; salesforceId: string } | null
}

export interface Prospect {
  id: number
  email: string
  firstName: string
  lastName: string
  salesforceId: string
  score: number
  grade: string | null
}

/** Activity types by campaign-member status. */
const typesByStatus: Record<string, readonly [type: number, name: string]> = {
  Attended: [24, 'Attended Webinar'], Registered: [25, 'Registered for Webinar'], Downloaded: [4, 'Success'], Requested: [4, 'Success'], Opened: [11, 'Open'], Clicked: [1, 'Click'],
}

const toIso = (datetime: unknown): string => String(datetime).replace('.000+0000', '+00:00')

/** People of the org that Account Engagement knows: those with a prospect address. */
export function prospectsOf(org: Org): Prospect[] {
  return [...org.rows('Lead'), ...org.rows('Contact')].flatMap((row) => {
    const id = /id=(\d+)/.exec(String(row.pi__url__c))?.[1]
    if (id === undefined || row.IsConverted === true) return []
    return [{ id: Number(id), email: String(row.Email), firstName: String(row.FirstName), lastName: String(row.LastName), salesforceId: String(row.Id), score: Number(row.pi__score__c), grade: row.pi__grade__c === null ? null : String(row.pi__grade__c) }]
  })
}

/** What prospects did, newest first, read off the records the story is told in, so that both APIs agree. */
export function activitiesOf(org: Org): Activity[] {
  const campaigns = new Map(org.rows('Campaign').map((row) => [row.Id, row]))
  const activities = prospectsOf(org).flatMap((prospect) => {
    const visits = org.rows('Task').filter((row) => row.WhoId === prospect.salesforceId && String(row.Subject).startsWith('Web: '))
    const members = org.rows('CampaignMember').filter((row) => row.LeadOrContactId === prospect.salesforceId)
    return [
      ...visits.map((row) => activity(row, prospect.id, [2, 'View'], String(row.Description).replace('Visited ', ''), row.CompletedDateTime, undefined)),
      ...members.flatMap((row) => {
        const type = typesByStatus[String(row.Status)]
        const campaign = campaigns.get(row.CampaignId ?? null)
        return type === undefined ? [] : [activity(row, prospect.id, type, String(campaign?.Name), row.LastModifiedDate, campaign)]
      }),
    ]
  })
  return activities.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}

function activity(row: Row, prospectId: number, [type, typeName]: readonly [number, string], details: string, at: unknown, campaign: Row | undefined): Activity {
  const id = [...String(row.Id)].reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) % 900_000_000, 7) + 100_000_000
  return {
    id, type, typeName, details, createdAt: toIso(at), updatedAt: toIso(at), prospectId,
    campaign: campaign === undefined ? null : { name: String(campaign.Name), salesforceId: String(campaign.Id) },
  }
}
