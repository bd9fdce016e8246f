import { AppError } from '@/lib/domain/errors'
import { pathWith } from '../addresses'
import { batchLimit, historyMs } from '../api'
import type { HubspotClient } from '../client'
import { emailEventPage, type EmailEvent } from '../wire/email-events'
import { occurrencePage, type Occurrence } from '../wire/events'
import { objectBatch, type CrmObject } from '../wire/object'
import { participationPage, type Participation } from '../wire/participations'

/** The edition a source takes, for where HubSpot refuses without naming a scope. */
export const editions = { 'hs-events': 'Enterprise', 'hs-email-events': 'Marketing Hub' } as const

const newestOnTop = '-occurredAt'

/** Events of the last 90 days, newest first, at most a page. How they may be sorted is not documented: refused, it is left out. */
export async function readEvents(client: HubspotClient, contactId: string, now: number, signal?: AbortSignal): Promise<Occurrence[]> {
  const query = { objectType: 'contact', objectId: contactId, occurredAfter: new Date(now - historyMs).toISOString(), limit: 100 }
  const read = async (sort: string | undefined) =>
    (await client.send({ path: pathWith('/events/event-occurrences/{v}', { ...query, sort }), schema: occurrencePage, signal })).results
  try {
    return await read(newestOnTop)
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error
    return read(undefined)
  }
}

/** Marketing mails of the last 90 days with what became of them. Filtered events come along, marked. */
export async function readEmailEvents(client: HubspotClient, email: string, now: number, signal?: AbortSignal): Promise<EmailEvent[]> {
  const path = pathWith('/email/public/v1/events', { recipient: email, startTimestamp: now - historyMs, limit: 1000 })
  return (await client.send({ path, schema: emailEventPage, signal })).events
}

/** Marketing events (webinars) of a contact. */
export async function readParticipations(client: HubspotClient, contactId: string, signal?: AbortSignal): Promise<Participation[]> {
  const path = pathWith(`/marketing/marketing-events/{v}/participations/contacts/${contactId}/breakdown`, { limit: 100 })
  return (await client.send({ path, schema: participationPage, signal })).results
}

/** The newest 100 of the given notes, mails or tasks. Ids grow with time. */
export async function readActivities(
  client: HubspotClient, type: 'notes' | 'emails' | 'tasks', ids: readonly string[], properties: readonly string[], signal?: AbortSignal,
): Promise<CrmObject[]> {
  const inputs = newestFirst(ids).slice(0, batchLimit).map((id) => ({ id }))
  if (inputs.length === 0) return []
  const json = { properties, propertiesWithHistory: [], inputs }
  return (await client.send({ path: `/crm/objects/{v}/${type}/batch/read`, method: 'POST', json, repeatable: true, schema: objectBatch, signal })).results
}

export function newestFirst(ids: readonly string[]): string[] {
  return ids.toSorted((a, b) => b.length - a.length || (a < b ? 1 : a > b ? -1 : 0))
}
