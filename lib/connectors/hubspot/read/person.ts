import type { Person } from '@/lib/domain/person'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { CrmObject } from '../wire/object'
import { associatedIds } from '../wire/object'
import { numberOf, textOf, timeOf } from '../wire/property-bag'
import { influencesOf } from './influences'

/**
 * @param page the record whose page is open: the contact itself or one of its leads
 * @param scoreProperty the one that holds the portal's lead score
 */
export function toPerson(page: RecordRef, contact: CrmObject, ownerNames: ReadonlyMap<string, string>, scoreProperty: string): Person {
  const text = (name: string) => textOf(contact.properties, name)
  const ownerId = text('hubspot_owner_id')
  const score = numberOf(contact.properties, scoreProperty)
  return {
    ref: page,
    same: sameRecords(page, contact),
    name: nameOf(contact),
    firstName: text('firstname'),
    lastName: text('lastname'),
    title: text('jobtitle'),
    company: text('company'),
    email: text('email'),
    ownerId,
    ownerName: ownerId === undefined ? undefined : ownerNames.get(ownerId),
    status: text('hs_lead_status'),
    lifecycle: text('lifecyclestage'),
    source: readable(text('hs_analytics_source')),
    campaigns: influencesOf(contact.properties),
    industry: text('industry'),
    country: text('country'),
    language: text('hs_language'),
    score: score === undefined ? undefined : { value: score, system: 'hubspot' },
    optedOut: text('hs_email_optout') === 'true',
    createdAt: timeOf(contact.properties, 'createdate'),
  }
}

/** The person's name, else the address, else the id. */
export function nameOf({ id, properties }: CrmObject): string {
  return [textOf(properties, 'firstname'), textOf(properties, 'lastname')].filter(Boolean).join(' ') || textOf(properties, 'email') || id
}

/** A HubSpot lead is a sales process about a contact: what was judged on either page belongs to the same person. */
function sameRecords(page: RecordRef, contact: CrmObject): RecordRef[] {
  const leads = new Set(associatedIds(contact, 'leads'))
  if (page.kind === 'lead') leads.add(page.id)
  return [
    { ...page, kind: 'contact', id: contact.id },
    ...[...leads].map((id): RecordRef => ({ ...page, kind: 'lead', id })),
  ]
}

/** HubSpot writes its traffic sources as constants: `ORGANIC_SEARCH`. */
export function readable(constant: string | undefined): string | undefined {
  const words = constant?.toLowerCase().replaceAll('_', ' ').replace(/\bai\b/g, 'AI')
  return words && words.charAt(0).toUpperCase() + words.slice(1)
}
