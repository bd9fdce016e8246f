import { Hono } from 'hono'
import { HubspotError, invalid, objectScopesMissing, unknownObjectType } from '../../errors.ts'
import { parseTime, stamp } from '../../format.ts'
import { findObjectType } from '../../model/object-types.ts'
import type { Occurrence } from '../../model/marketing.ts'
import type { ApiContext, ApiEnv } from '../context.ts'
import { listParam, numberParam } from '../input.ts'
import { page } from '../paging.ts'

/** Integrators ask for 100; the real upper limit is not documented. */
const mostPerPage = 100

/** Types every portal lists, whatever its tier. */
const eventTypes = [
  'e_visited_page',
  'e_submitted_form',
  'e_form_submission_v2',
  'e_form_submission_metadata_v2',
  'e_form_view',
  'e_form_completion_v2',
  'e_document_shared_v2',
  'e_ad_interaction',
  'e_call_ended',
  'e_deal_closed',
  'e_clicked_whatsapp_message',
  'e_v2_contact_replied_sequence_email',
]

/** `/events/event-occurrences…`. */
export const eventRoutes = new Hono<ApiEnv>()
  .get('/event-types', (c) => c.json({ eventTypes: [...eventTypes, `pe${c.env.portal.id}_planning_assessment_finished`] }))
  .get('/', (c) => {
    const { portal, token, switches } = c.env
    if (!token.scopes.includes('crm.objects.contacts.read')) throw objectScopesMissing(['crm.objects.contacts.read'])
    if (portal.tier !== 'enterprise') {
      if (switches.eventsBelowEnterprise === 'empty') return c.json({ results: [] })
      throw new HubspotError(403, {
        message: 'This account does not have access to this feature. An Enterprise subscription is required.',
        category: 'FORBIDDEN',
      })
    }
    const found = selected(c)
    const oldestFirst = readSort(c) === 'occurredAt'
    if (oldestFirst) found.reverse()
    const { slice, paging } = page(found, numberParam(c, 'limit', 20, mostPerPage), c.req.query('after'), c.env.url)
    const properties = listParam(c, 'properties')
    return c.json({ results: slice.map((occurrence) => present(occurrence, properties)), ...paging })
  })

function selected(c: ApiContext): Occurrence[] {
  const { occurrences } = c.env.portal.marketing
  const contactIds = contactsAsked(c)
  const eventType = c.req.query('eventType')
  const ids = c.req.queries('id')
  const after = moment(c, 'occurredAfter') ?? -Infinity
  const before = moment(c, 'occurredBefore') ?? Infinity
  return contactIds
    .flatMap((contactId) => occurrences.get(contactId) ?? [])
    .filter((entry) => (eventType === undefined || entry.eventType === eventType) && (ids === undefined || ids.includes(entry.id)))
    .filter((entry) => entry.at > after && entry.at < before)
}

/** The contacts named by `objectId` or by `objectProperty.email`. */
function contactsAsked(c: ApiContext): string[] {
  const objectType = c.req.query('objectType')
  const type = objectType === undefined ? undefined : findObjectType(objectType)
  if (objectType !== undefined && type === undefined) throw unknownObjectType(objectType)
  const objectId = c.req.query('objectId')
  const email = c.req.query('objectProperty.email')
  if (objectId === undefined && email === undefined && c.req.queries('id') === undefined)
    throw invalid('objectType and objectId or an objectProperty are required')
  if (type === undefined && objectId !== undefined) throw invalid('objectType is required with objectId')
  if (objectId !== undefined && !/^\d+$/.test(objectId)) throw invalid(`Invalid long for objectId: ${objectId}`)
  if (type !== undefined && type.singular !== 'contact') return []
  if (objectId !== undefined) return [objectId]
  if (email === undefined) return [...c.env.portal.marketing.occurrences.keys()]
  const contact = c.env.portal.records.findBy('0-1', 'email', email)
  return contact === undefined ? [] : [contact.id]
}

function moment(c: ApiContext, name: string): number | undefined {
  const text = c.req.query(name)
  if (text === undefined) return undefined
  const ms = /^\d{4}-\d{2}-\d{2}T/.test(text) ? parseTime(text) : undefined
  if (ms === undefined) throw invalid(`Invalid date-time for ${name}: ${text}`)
  return ms
}

function readSort(c: ApiContext): 'occurredAt' | '-occurredAt' {
  const [sort = '-occurredAt'] = listParam(c, 'sort')
  if (sort !== 'occurredAt' && sort !== '-occurredAt') throw invalid(`Invalid sort: ${sort}`)
  return sort
}

function present(occurrence: Occurrence, wanted: readonly string[]): Record<string, unknown> {
  const all = occurrence.properties()
  const properties = wanted.length === 0 ? all : Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)))
  return {
    objectType: 'CONTACT',
    objectId: occurrence.contactId,
    eventType: occurrence.eventType,
    occurredAt: stamp(occurrence.at),
    id: occurrence.id,
    properties,
  }
}
