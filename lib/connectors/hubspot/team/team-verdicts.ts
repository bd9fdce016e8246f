import type { TeamVerdicts } from '@/lib/domain/ports'
import type { RecordRef } from '@/lib/domain/record-ref'
import { batchLimitWithHistory } from '../api'
import type { HubspotClient } from '../client'
import { leadsideProperties } from '../leadside-properties'
import { nameOf } from '../read/person'
import { eventsOf, verdictsOf } from '../read/verdicts'
import { objectBatch, searchPage, type CrmObject } from '../wire/object'
import { timeOf } from '../wire/property-bag'
import { following, readCursor, writeCursor, type Cursor } from './cursor'

/** Search sees a change late: the next reading starts a little before what this one saw. Events have ids, so twice is once. */
const overlapMs = 5 * 60_000

/**
 * One page of contacts with a verdict that changed since the cursor: one search, then one batch read for the history,
 * which search does not give.
 * @throws AppError `not-set-up` where the portal has no Leadside properties
 */
export async function readTeamVerdicts(client: HubspotClient, org: string, cursorText: string | undefined): Promise<TeamVerdicts> {
  const cursor = readCursor(cursorText)
  const page = await client.send({ path: '/crm/objects/{v}/contacts/search', method: 'POST', json: searchFor(cursor), repeatable: true, schema: searchPage })
  const contacts = await withHistory(client, page.results.map(({ id }) => id))
  const items = contacts.flatMap((contact) => itemsOf(contact, org))
  const last = page.results.at(-1)
  if (last === undefined) return { items, cursor: writeCursor(cursor) }
  const changed = timeOf(last.properties, 'lastmodifieddate') ?? cursor.since
  if (page.results.length < batchLimitWithHistory) return { items, cursor: writeCursor({ since: Math.max(0, changed - overlapMs), after: 0 }) }
  const next = writeCursor(following(cursor, changed, batchLimitWithHistory))
  return { items, next, cursor: next }
}

function searchFor({ since, after }: Cursor): Record<string, unknown> {
  return {
    filterGroups: [{
      filters: [
        { propertyName: 'leadside_event', operator: 'HAS_PROPERTY' },
        { propertyName: 'lastmodifieddate', operator: 'GTE', value: String(since) },
      ],
    }],
    sorts: [{ propertyName: 'lastmodifieddate', direction: 'ASCENDING' }],
    properties: ['lastmodifieddate'],
    limit: batchLimitWithHistory,
    after: String(after),
  }
}

async function withHistory(client: HubspotClient, ids: readonly string[]): Promise<CrmObject[]> {
  if (ids.length === 0) return []
  const json = { properties: ['firstname', 'lastname', 'email', ...leadsideProperties], propertiesWithHistory: ['leadside_event'], inputs: ids.map((id) => ({ id })) }
  return (await client.send({ path: '/crm/objects/{v}/contacts/batch/read', method: 'POST', json, repeatable: true, schema: objectBatch })).results
}

/** Verdicts given on a lead's page keep that lead as their record. */
function itemsOf(contact: CrmObject, org: string): TeamVerdicts['items'] {
  const ref: RecordRef = { crm: 'hubspot', org, kind: 'contact', id: contact.id }
  const events = new Map(eventsOf(contact, ref).map((event) => [event.id, event]))
  return verdictsOf(contact, [], ref).map((verdict) => {
    const event = verdict.eventId === undefined ? undefined : events.get(verdict.eventId)
    return { ref: event?.ref ?? ref, recordName: nameOf(contact), verdict, event }
  })
}
