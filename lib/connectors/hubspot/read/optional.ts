import type { HubspotClient } from '../client'
import type { HubspotDeps } from '../deps'
import { formNames, ownerNames } from '../directories'
import { associatedIds, type CrmObject } from '../wire/object'
import { textOf } from '../wire/property-bag'
import type { Unseen } from './contact'
import { emailProperties } from './engagements'
import { submissionsOf } from './form-submissions'
import type { OptionalSource } from './lacks'
import { editions, readActivities, readEmailEvents, readEvents, readParticipations } from './optional-sources'
import { createSourceReader, missing, type SourceResult } from './source'

interface Reading {
  org: string
  contact: CrmObject
  unseen: Unseen | undefined
  signal: AbortSignal | undefined
}

/** Everything a record can do without, at once. */
export async function readOptional(deps: HubspotDeps, client: HubspotClient, { org, contact, unseen, signal }: Reading) {
  const source = createSourceReader(deps.cache, org)
  const now = deps.clock.now()
  const email = textOf(contact.properties, 'email')
  const activities = (type: 'notes' | 'emails', properties: readonly string[]) => unseen?.names.includes(type)
    ? lacking<CrmObject>(`hs-${type}`, unseen.need, 'admin')
    : source(`hs-${type}`, () => readActivities(client, type, associatedIds(contact, type), properties, signal), size)

  const [events, emailEvents, emails, notes, webinars, forms, owners] = await Promise.all([
    source('hs-events', () => readEvents(client, contact.id, now, signal), size, editions['hs-events']),
    // Marketing mails are kept by address: without one there is nothing to look under.
    email ? source('hs-email-events', () => readEmailEvents(client, email, now, signal), size, editions['hs-email-events']) : lacking<never>('hs-email-events', 'email', 'you'),
    activities('emails', emailProperties),
    activities('notes', ['hs_note_body', 'hs_timestamp']),
    source('hs-webinars', () => readParticipations(client, contact.id, signal), size),
    submissionsOf(contact).length > 0 ? source('hs-form-names', () => formNames(client, deps.cache, org), ({ size: count }) => count) : notAsked('hs-form-names'),
    textOf(contact.properties, 'hubspot_owner_id') ? source('hs-owner-names', () => ownerNames(client, deps.cache, org), ({ size: count }) => count) : notAsked('hs-owner-names'),
  ])
  return { events, emailEvents, emails, notes, webinars, forms, owners }
}

function size(list: readonly unknown[]): number {
  return list.length
}

function lacking<T>(name: OptionalSource, need: string, who: 'admin' | 'you'): SourceResult<T[]> {
  return { report: missing(name, { need, who }) }
}

function notAsked(name: OptionalSource): SourceResult<Map<string, string>> {
  return { report: { name, state: 'empty', count: 0 } }
}
