import { AppError } from '@/lib/domain/errors'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { Delivery, DeliveryContext } from '@/lib/domain/ports'
import type { Cache, CrmWords, SalesforceSettings } from '../../ports'
import { feedbackKey, feedbackObject } from '../feedback-fields'
import { expectSlot } from '../org/composite'
import type { Org } from '../org/org'
import type { Who } from '../read/who'
import { dayOf } from '../time'
import { describeVerdict, verdictSubjectPrefix } from '../verdict-task'
import { canHoldVerdicts, toFeedbackBody } from './feedback-body'
import { planStatus } from './former-status'
import { openStatuses, statusPart } from './lead-status'
import { refusedStatus } from './refused-status'
import { createTask } from './task'

export interface VerdictDeps {
  cache: Cache
  words: CrmWords
  settings: SalesforceSettings
}
type StatusStep = Awaited<ReturnType<typeof planStatus>>

/**
 * Writes a verdict under its event id, and the lead status an admin chose for it or, where none was chosen, the one before the
 * verdict it replaces; as a Task where the object is absent.
 */
export async function writeVerdict(
  org: Org, deps: VerdictDeps, who: Who, { event: given, earlier }: Extract<Delivery, { task: 'verdict' }>, context: DeliveryContext,
): Promise<void> {
  const event = deps.settings.log.notes ? given : { ...given, note: undefined }
  const shape = await org.describe(feedbackObject)
  const isHeld = canHoldVerdicts(shape)
  const status = who.lead ? await planStatus(org, deps.cache, { lead: who.lead, eventId: event.id, at: event.at, earlier, wanted: await chosenStatus(org, deps, event), asTask: !isHeld }) : {}
  if (!isHeld) return asTask(org, deps, who, event, context, status)
  const path = `/sobjects/${feedbackObject}/${feedbackKey}/${encodeURIComponent(event.id)}`
  const verdict = { ref: 'verdict', method: 'PATCH' as const, path, body: toFeedbackBody(event, who, shape, status.keep) }
  const slots = await org.composite([verdict, ...statusParts(who, status)], { purpose: 'write', repeatable: true })
  try {
    expectSlot(slots, 'verdict')
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error
    // The object was there an hour ago and is gone.
    await org.forgetShape(feedbackObject)
    return asTask(org, deps, who, event, context, { keep: status.keep })
  }
  if (status.write !== undefined) await refusedStatus(org, deps.cache).judge(status.write, slots.get('status'))
}

async function asTask(org: Org, deps: VerdictDeps, who: Who, event: VerdictEvent, context: DeliveryContext, status: StatusStep): Promise<void> {
  const { zoneinfo } = await org.user()
  const line = [deps.words.verdict(event.verdict), event.reason && deps.words.reason(event.verdict, event.reason), event.until].filter(Boolean).join(' · ')
  await createTask(org, deps.cache, who, {
    task: 'verdict',
    eventId: event.id,
    subject: verdictSubjectPrefix + deps.words.verdict(event.verdict),
    day: dayOf(event.at, zoneinfo),
    done: true,
    description: describeVerdict(event, line, status.keep),
  }, context)
  const { write } = status
  if (write === undefined) return
  try {
    const slots = await org.composite(statusParts(who, status), { purpose: 'write', repeatable: true })
    await refusedStatus(org, deps.cache).judge(write, slots.get('status'))
  } catch (error) {
    // The Task is there: another attempt has to find it before it writes one.
    if (error instanceof AppError) throw new AppError(error.kind, { detail: error.detail, retryAt: error.retryAt, unsure: true, cause: error })
    throw error
  }
}

function statusParts({ lead }: Who, { write }: StatusStep): ReturnType<typeof statusPart>[] {
  return lead && write !== undefined ? [statusPart(lead, write)] : []
}

/** A converted status is never set, whoever asked for it: only conversion may. */
async function chosenStatus(org: Org, deps: VerdictDeps, event: VerdictEvent): Promise<string | undefined> {
  const status = deps.settings.statusByVerdict[event.verdict]
  return status && (await openStatuses(org, deps.cache)).includes(status) ? status : undefined
}
