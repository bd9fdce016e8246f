import { AppError } from '@/lib/domain/errors'
import { botFromUserAgent } from '@/lib/domain/agent/known-bots'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { SourceReport } from '@/lib/domain/source-report'
import type { HubspotClient } from '../client'
import type { HubspotDeps } from '../deps'
import { formNames, ownerNames } from '../directories'
import { expectPortal } from '../portal'
import { leadsideProperties, namesOf } from '../leadside-properties'
import { scorePropertyOf } from '../score-property'
import { associatedIds, type CrmObject } from '../wire/object'
import { textOf } from '../wire/property-bag'
import { contactOfLead, readContact } from './contact'
import { toEmailTouches } from './email-events'
import { emailProperties, toLoggedMails, toMailTouches } from './engagements'
import { splitEvents } from './events'
import { mergeSubmissions, submissionsOf } from './form-submissions'
import { withPageTitles } from './page-titles'
import { readActivities, readEmailEvents, readEvents, readParticipations } from './optional-sources'
import { toWebinarTouches } from './participations'
import { toPerson } from './person'
import { createSourceReader, missing, type SourceResult } from './source'
import { verdictsOf } from './verdicts'
import { visitsOf, withoutKnown } from './web-visits'

/**
 * Reads a contact, or the contact of a lead, in at most six calls (seven for a lead): the contact itself, then everything
 * optional at once. What the portal says of itself (facts, score property, names of owners and forms) is read once a day
 * and not counted.
 */
export async function openRecord(deps: HubspotDeps, client: HubspotClient, ref: RecordRef, signal?: AbortSignal): Promise<Snapshot> {
  if (ref.kind === 'account') throw new AppError('not-found', { detail: ref.kind })
  await expectPortal(client, deps.cache, ref.org, signal)
  const [contactId, scoreProperty] = await Promise.all([
    ref.kind === 'lead' ? contactOfLead(client, ref, signal) : ref.id,
    scorePropertyOf(client, deps.cache, ref.org, signal),
  ])
  const { contact, unseen } = await readContact(client, contactId, scoreProperty, signal)
  const contactRef: RecordRef = { ...ref, kind: 'contact', id: contact.id }
  const [optional, settings] = await Promise.all([readOptional(deps, client, ref.org, contact, signal), deps.settings(ref.org)])
  const { events, emailEvents, emails, notes, webinars, forms, owners } = optional

  const fromEvents = splitEvents(events.data ?? [], botFromUserAgent)
  const submissions = mergeSubmissions([...fromEvents.forms, ...submissionsOf(contact)], forms.data ?? new Map())
  const visits = visitsOf(contact)
  const verdicts = verdictsOf(contact, notes.data ?? [], contactRef)
  return {
    person: toPerson(ref, contact, owners.data ?? new Map(), scoreProperty),
    touches: withPageTitles([
      ...fromEvents.touches, ...withoutKnown(visits, fromEvents.touches), ...submissions, ...toEmailTouches(emailEvents.data ?? [], botFromUserAgent),
      ...toMailTouches(emails.data ?? []), ...toWebinarTouches(webinars.data ?? []),
    ]),
    sources: [
      counted('hs-web', visits.length), counted('hs-forms', submissions.length), verdictReport(contact, verdicts.length),
      ...Object.values(optional).map(({ report }) => report).filter(worthTelling),
      ...(unseen ? [missing('hs-activities', { need: unseen, who: 'admin' })] : []),
    ],
    verdicts,
    mails: toLoggedMails(emails.data ?? []),
    actingAs: settings.owner,
    readAt: deps.clock.now(),
  }
}

async function readOptional(deps: HubspotDeps, client: HubspotClient, org: string, contact: CrmObject, signal?: AbortSignal) {
  const source = createSourceReader(deps.cache, org)
  const now = deps.clock.now()
  const email = textOf(contact.properties, 'email')
  const size = (list: readonly unknown[]) => list.length
  const hasForms = submissionsOf(contact).length > 0
  const hasOwner = textOf(contact.properties, 'hubspot_owner_id') !== undefined
  const [events, emailEvents, emails, notes, webinars, forms, owners] = await Promise.all([
    source('hs-events', () => readEvents(client, contact.id, now, signal), size, 'Enterprise'),
    email ? source('hs-email-events', () => readEmailEvents(client, email, now, signal), size, 'Marketing Hub') : noAddress,
    source('hs-emails', () => readActivities(client, 'emails', associatedIds(contact, 'emails'), emailProperties, signal), size),
    source('hs-notes', () => readActivities(client, 'notes', associatedIds(contact, 'notes'), ['hs_note_body', 'hs_timestamp'], signal), size),
    source('hs-webinars', () => readParticipations(client, contact.id, signal), size),
    hasForms ? source('hs-form-names', () => formNames(client, deps.cache, org), (names) => names.size) : notAsked('hs-form-names'),
    hasOwner ? source('hs-owner-names', () => ownerNames(client, deps.cache, org), (names) => names.size) : notAsked('hs-owner-names'),
  ])
  return { events, emailEvents, emails, notes, webinars, forms, owners }
}

/** Marketing mails are kept by address: without one there is nothing to look under. */
const noAddress: SourceResult<never[]> = { report: missing('hs-email-events', { need: 'email', who: 'you' }) }

function notAsked(name: string): SourceResult<Map<string, string>> {
  return { report: { name, state: 'empty', count: 0 } }
}

/** Names are a help, no source of touches: they are told of only where they are missing. */
function worthTelling({ name, state }: SourceReport): boolean {
  return !name.endsWith('-names') || state === 'missing' || state === 'failed'
}

function counted(name: string, count: number): SourceReport {
  return { name, state: count > 0 ? 'found' : 'empty', count }
}

/** HubSpot leaves unknown properties out of its answer and shows unset ones as `null`: that tells whether the set-up was run. */
function verdictReport(contact: CrmObject, count: number): SourceReport {
  const absent = leadsideProperties.filter((name) => !(name in contact.properties))
  return absent.length > 0 ? missing('hs-verdicts', { need: namesOf(absent), who: 'admin' }) : counted('hs-verdicts', count)
}
