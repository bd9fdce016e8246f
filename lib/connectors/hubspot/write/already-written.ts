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

/** The newest activity of the contact that is the one; all are looked through, by association and never by search, which lags. */
export async function findActivity(
  client: HubspotClient, contactId: string, type: Activity, properties: readonly string[], isIt: (activity: CrmObject) => boolean,
): Promise<CrmObject | undefined> {
  const ids = newestFirst(await idsOf(client, contactId, type))
  for (let from = 0; from < ids.length; from += batchLimit) {
    const batch = await readActivities(client, type, ids.slice(from, from + batchLimit), properties)
    const found = batch.find(isIt)
    if (found) return found
  }
  return undefined
}

async function idsOf(client: HubspotClient, contactId: string, type: Activity): Promise<string[]> {
  const path = `${contactPath(contactId)}/associations/${type}`
  const found = await allPages((after) => client.send({ path: pathWith(path, { limit: associationPage, after }), schema: associationList }))
  return [...new Set(found.map(({ toObjectId }) => toObjectId))]
}

function activityOf(delivery: Delivery): Activity {
  if (delivery.task === 'return-task') return 'tasks'
  return delivery.task === 'send-log' && isMail(delivery.event.channel) ? 'emails' : 'notes'
}
