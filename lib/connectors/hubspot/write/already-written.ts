import type { Delivery } from '@/lib/domain/ports'
import { contactPath, pathWith } from '../addresses'
import { allPages } from '../all-pages'
import { associationPage, batchLimit } from '../api'
import type { HubspotClient } from '../client'
import { carries } from '../marker'
import { newestFirst, readActivities } from '../read/optional-sources'
import { associationList } from '../wire/associations'
import type { CrmObject } from '../wire/object'
import { isMail } from './send-log'

type Activity = 'notes' | 'emails' | 'tasks'
type Search = [client: HubspotClient, contactId: string, type: Activity, properties: readonly string[], isIt: (activity: CrmObject) => boolean]

const bodies: Record<Activity, readonly string[]> = {
  notes: ['hs_note_body'],
  emails: ['hs_email_text', 'hs_email_html'],
  tasks: ['hs_task_body'],
}

/** Whether the contact already has the activity that carries this event's marker. */
export async function alreadyWritten(client: HubspotClient, contactId: string, delivery: Delivery): Promise<boolean> {
  const type = activityOf(delivery)
  const carrier = await findActivity(client, contactId, type, bodies[type], ({ properties }) =>
    bodies[type].some((name) => carries(properties[name] ?? '', delivery.task, delivery.event.id)))
  return carrier !== undefined
}

/** The newest activity of the contact that is the one. */
export async function findActivity(...[client, contactId, type, properties, isIt]: Search): Promise<CrmObject | undefined> {
  for await (const activity of activities(client, contactId, type, properties)) if (isIt(activity)) return activity
  return undefined
}

/** All activities of the contact that are such, newest first. */
export async function findActivities(...[client, contactId, type, properties, isIt]: Search): Promise<CrmObject[]> {
  const found: CrmObject[] = []
  for await (const activity of activities(client, contactId, type, properties)) if (isIt(activity)) found.push(activity)
  return found
}

/** Newest first; found by association and never by search, which lags. */
async function* activities(client: HubspotClient, contactId: string, type: Activity, properties: readonly string[]): AsyncGenerator<CrmObject> {
  const ids = newestFirst(await idsOf(client, contactId, type))
  for (let from = 0; from < ids.length; from += batchLimit) yield* await readActivities(client, type, ids.slice(from, from + batchLimit), properties)
}

async function idsOf(client: HubspotClient, contactId: string, type: Activity): Promise<string[]> {
  const path = `${contactPath(contactId)}/associations/${type}`
  const found = await allPages((after) => client.send({ path: pathWith(path, { limit: associationPage, after }), schema: associationList }))
  return [...new Set(found.map(({ toObjectId }) => toObjectId))]
}

function activityOf(delivery: Delivery): Activity {
  if (delivery.task === 'return-task' || delivery.task === 'return-done') return 'tasks'
  return delivery.task === 'send-log' && isMail(delivery.event.channel) ? 'emails' : 'notes'
}
