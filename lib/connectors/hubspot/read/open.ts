import { botFromUserAgent } from '@/lib/domain/agent/known-bots'
import { AppError } from '@/lib/domain/errors'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { SourceReport } from '@/lib/domain/source-report'
import type { HubspotClient } from '../client'
import type { HubspotDeps } from '../deps'
import { leadsideProperties, namesOf } from '../leadside-properties'
import { expectPortal } from '../portal'
import { scorePropertyOf } from '../score-property'
import type { CrmObject } from '../wire/object'
import { readContact } from './contact'
import { contactOfLead } from './contact-of-lead'
import { toEmailTouches } from './email-events'
import { toLoggedMails, toMailTouches } from './engagements'
import { splitEvents } from './events'
import { mergeSubmissions, submissionsOf } from './form-submissions'
import { readOptional } from './optional'
import { withPageTitles } from './page-titles'
import { toWebinarTouches } from './participations'
import { toPerson } from './person'
import { missing } from './source'
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
  const [id, scoreProperty, settings] = await Promise.all([
    ref.kind === 'lead' ? contactOfLead(client, ref, signal) : ref.id,
    scorePropertyOf(client, deps.cache, ref.org, signal),
    deps.settings(ref.org),
  ])
  const { contact, unseen } = await readContact(client, deps.cache, { org: ref.org, id, scoreProperty, signal })
  const { events, emailEvents, emails, notes, webinars, forms, owners } = await readOptional(deps, client, { org: ref.org, contact, unseen, signal })

  const fromEvents = splitEvents(events.data ?? [], botFromUserAgent)
  const submissions = mergeSubmissions([...fromEvents.forms, ...submissionsOf(contact)], forms.data ?? new Map())
  const visits = visitsOf(contact)
  const verdicts = verdictsOf(contact, notes.data ?? [], { ...ref, kind: 'contact', id: contact.id })
  return {
    person: toPerson(ref, contact, owners.data ?? new Map(), scoreProperty),
    touches: withPageTitles([
      ...fromEvents.touches, ...withoutKnown(visits, fromEvents.touches), ...submissions,
      ...toEmailTouches(emailEvents.data ?? [], botFromUserAgent), ...toMailTouches(emails.data ?? []), ...toWebinarTouches(webinars.data ?? []),
    ]),
    sources: [
      counted('hs-web', visits.length),
      counted('hs-forms', submissions.length),
      verdictReport(contact, verdicts.length),
      ...[events, emailEvents, emails, notes, webinars, forms, owners].map(({ report }) => report).filter(worthTelling),
    ],
    verdicts,
    mails: toLoggedMails(emails.data ?? []),
    actingAs: settings.owner,
    readAt: deps.clock.now(),
  }
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
