import { AppError } from '@/lib/domain/errors'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { DeliveryContext } from '@/lib/domain/ports'
import type { Cache, CrmWords, SalesforceSettings } from '../../ports'
import { feedbackKey, feedbackObject } from '../feedback-fields'
import { expectSlot } from '../org/composite'
import type { Org } from '../org/org'
import type { Who } from '../read/who'
import { dayOf } from '../time'
import { describeVerdict, verdictSubjectPrefix } from '../verdict-task'
import { canHoldVerdicts, toFeedbackBody } from './feedback-body'
import { openStatuses, statusPart } from './lead-status'
import { refusedStatus } from './refused-status'
import { createTask } from './task'

export interface VerdictDeps {
  cache: Cache
  words: CrmWords
  settings: SalesforceSettings
}

/** Writes a verdict under its event id, and the lead status an admin chose for it; as a Task where the object is absent. */
export async function writeVerdict(org: Org, deps: VerdictDeps, who: Who, given: VerdictEvent, context: DeliveryContext): Promise<void> {
  const event = deps.settings.log.notes ? given : { ...given, note: undefined }
  const status = who.lead ? await chosenStatus(org, deps, event) : undefined
  const statusParts = who.lead && status ? [statusPart(who.lead, status)] : []
  const shape = await org.describe(feedbackObject)
  if (!canHoldVerdicts(shape)) return asTask(org, deps, who, event, context, statusParts)
  const path = `/sobjects/${feedbackObject}/${feedbackKey}/${encodeURIComponent(event.id)}`
  const verdict = { ref: 'verdict', method: 'PATCH' as const, path, body: toFeedbackBody(event, who, shape) }
  const slots = await org.composite([verdict, ...statusParts], { purpose: 'write', repeatable: true })
  try {
    expectSlot(slots, 'verdict')
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not-found') throw error
    // The object was there an hour ago and is gone.
    await org.forgetShape(feedbackObject)
    return asTask(org, deps, who, event, context, [])
  }
  if (status) await refusedStatus(org, deps.cache).judge(status, slots.get('status'))
}

async function asTask(org: Org, deps: VerdictDeps, who: Who, event: VerdictEvent, context: DeliveryContext, statusParts: ReturnType<typeof statusPart>[]): Promise<void> {
  const { zoneinfo } = await org.user()
  const line = [deps.words.verdict(event.verdict), event.reason && deps.words.reason(event.verdict, event.reason), event.until].filter(Boolean).join(' · ')
  await createTask(org, deps.cache, who, {
    task: 'verdict',
    eventId: event.id,
    subject: verdictSubjectPrefix + deps.words.verdict(event.verdict),
    day: dayOf(event.at, zoneinfo),
    done: true,
    description: describeVerdict(event, line),
  }, context)
  if (statusParts.length === 0) return
  const slots = await org.composite(statusParts, { purpose: 'write', repeatable: true })
  await refusedStatus(org, deps.cache).judge(String(statusParts[0]?.body?.['Status']), slots.get('status'))
}

/** A converted status is never set, whoever asked for it: only conversion may. */
async function chosenStatus(org: Org, deps: VerdictDeps, event: VerdictEvent): Promise<string | undefined> {
  const status = deps.settings.statusByVerdict[event.verdict]
  return status && (await openStatuses(org, deps.cache)).includes(status) ? status : undefined
}
