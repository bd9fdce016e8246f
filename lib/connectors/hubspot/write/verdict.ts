import { AppError } from '@/lib/domain/errors'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { Delivery } from '@/lib/domain/ports'
import type { StatusChange } from '@/lib/domain/status-map'
import { contactPath } from '../addresses'
import type { LeadsideProperty } from '../leadside-properties'
import { verdictMarker } from '../marker'
import { writeEvent } from '../verdict-text'
import { written } from '../wire/object'
import { type ContactBefore, planStatus, readContactBefore, type StatusStep } from './contact-before'
import { createActivity } from './create-activity'
import type { WriteContext } from './deliver'
import { paragraphs } from './html'
import { rememberStatus, type RefusedStatus } from './refused-status'

/** Notes keep 65,536 characters; what a rep types is far shorter. */
const longestNote = 20_000

/**
 * The standing verdict as contact properties, then a note that shows it on the timeline. The note comes last: where it
 * stands, everything does. An admin's rule about some other property can refuse the properties; then the note stands alone and says so.
 * One that arrives after a newer verdict only joins the history, from which the team reads it: what stands since stays.
 * @throws AppError `not-set-up` naming the property that is missing
 */
export async function writeVerdict(context: WriteContext, { event, earlier }: Extract<Delivery, { task: 'verdict' }>): Promise<void> {
  const { deps } = context
  const { statusByVerdict, log } = await deps.settings(event.ref.org)
  const told = log.notes ? event : { ...event, note: undefined }
  const before = await readContactBefore(context)
  const refused = isLate(told, before)
    ? (await refusalOf(context, { leadside_event: writeEvent(told) }))?.because
    : await patchContact(context, told, planStatus(before, { eventId: event.id, earlier, wanted: statusByVerdict[event.verdict] }))
  const reason = told.reason && deps.words.reason(told.verdict, told.reason)
  await createActivity(context, 'note', event.rep, {
    hs_timestamp: new Date(event.at).toISOString(),
    hs_note_body: paragraphs([
      [deps.words.verdict(told.verdict), reason, told.until].filter(Boolean).join(' · '),
      told.note?.slice(0, longestNote),
      refused && deps.words.fieldsRefused(refused),
      verdictMarker(told),
    ]),
  })
}

function isLate({ at }: VerdictEvent, { standingAt }: ContactBefore): boolean {
  return standingAt !== undefined && standingAt > at
}

function propertiesOf(event: VerdictEvent, status?: StatusChange): Record<LeadsideProperty, string> {
  return {
    leadside_verdict: event.verdict,
    leadside_reason: event.reason ?? '',
    leadside_until: event.until ?? '',
    leadside_by: event.rep.name,
    leadside_at: new Date(event.at).toISOString(),
    leadside_campaign: event.evidence.campaigns.join('; '),
    leadside_event: writeEvent(event, status),
  }
}

/** Resolves to HubSpot's own words where it refused the verdict itself. A status that portal or hub does not take costs only itself. */
async function patchContact(context: WriteContext, event: VerdictEvent, { write, keep }: StatusStep): Promise<string | undefined> {
  const status = write ?? keep?.to
  if (status === undefined) return (await refusalOf(context, propertiesOf(event)))?.because
  const withStatus = await refusalOf(context, { ...propertiesOf(event, keep), ...(write !== undefined && { hs_lead_status: write }) })
  const refused = withStatus && await refusalOf(context, propertiesOf(event))
  if (!refused) await rememberStatus(context.deps.cache, event.ref.org, withStatus && { status, by: withStatus.by })
  return refused?.because
}

interface Refusal { because: string; by: RefusedStatus['by'] }

async function refusalOf({ client, contactId }: WriteContext, properties: Record<string, string>): Promise<Refusal | undefined> {
  try {
    await client.send({ path: contactPath(contactId), method: 'PATCH', json: { properties }, repeatable: true, schema: written })
    return undefined
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error
    // HubSpot itself answers in sentences.
    return error.detail === 'hs_lead_status' ? { because: error.detail, by: 'hub' } : { because: error.detail ?? error.kind, by: 'portal' }
  }
}
