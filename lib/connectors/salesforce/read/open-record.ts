import { AppError } from '@/lib/domain/errors'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Snapshot, StandingVerdict } from '@/lib/domain/snapshot'
import type { SourceReport } from '@/lib/domain/source-report'
import type { RawTouch, TouchKind } from '@/lib/domain/touch'
import type { Cache } from '../../ports'
import { feedbackObject } from '../feedback-fields'
import type { ObjectShape } from '../org/describe'
import { toActor } from '../org/identity'
import type { Org } from '../org/org'
import { parseVerdict, standingOf } from '../verdict-task'
import { loadAbsent } from './absent'
import { personContact } from './account'
import { toCampaignTouches } from './campaign-members'
import { toViewSummary, toViewTouches } from './deliveries'
import { isSameMail, toEmailTouches } from './emails'
import { toStanding } from './feedback'
import { type FirstCall, firstCall } from './first-call'
import { reportOf, rowsOf } from './parse-rows'
import { toPackageTouches, toPerson } from './person'
import { hasPackage, personObject, personSource } from './person-fields'
import { type SecondCall, secondCall } from './second-call'
import { toLoggedMails, toTaskTouches } from './tasks'
import { type Who, whoOf } from './who'

export interface OpenDeps {
  cache: Cache
  now(): number
  campaignKinds: Readonly<Record<string, TouchKind>>
}

/**
 * Reads a record whole in two calls. A source that fails costs only its own part and is reported.
 * @throws AppError `not-found` also where a lead is converted or not shared, which Salesforce does not tell apart
 */
export async function openRecord(org: Org, ref: RecordRef, deps: OpenDeps, signal?: AbortSignal): Promise<Snapshot> {
  const absent = await loadAbsent(deps.cache, org.host, org.userId)
  const who: Who = ref.kind === 'account' ? { contact: await personContact(org, deps.cache, ref.id, absent, signal) } : whoOf(ref)
  const [shape, feedbackShape, user] = await Promise.all([
    visibleShape(org, personObject(who)), visibleShape(org, feedbackObject), org.user().catch(() => undefined),
  ])
  const first = await firstCall(org, who, personSource(who, shape), absent, signal)
  const second = await secondCall(org, who, first, feedbackShape, absent, signal)
  const { touches, sources } = consumption(first, second, deps.campaignKinds, hasPackage(shape))
  return {
    person: toPerson(ref, first.person, second.leadIds),
    touches: touches.toSorted((a, b) => b.at - a.at),
    sources,
    verdicts: standing(first, second),
    mails: toLoggedMails([...rowsOf(first.tasks), ...rowsOf(second.tasks)]),
    actingAs: user && toActor(user),
    readAt: deps.now(),
  }
}

/** Without a description the usual fields are asked for, and those refused left out. */
async function visibleShape(org: Org, object: string): Promise<ObjectShape | undefined> {
  try {
    return await org.describe(object)
  } catch (error) {
    if (error instanceof AppError && (error.kind === 'forbidden' || error.kind === 'bad-reply')) return undefined
    throw error
  }
}

function consumption(first: FirstCall, second: SecondCall, campaignKinds: OpenDeps['campaignKinds'], scored: boolean): { touches: RawTouch[]; sources: SourceReport[] } {
  const mails = unique([...rowsOf(first.emails), ...rowsOf(second.emails)])
  const links = rowsOf(first.deliveries)
  const parts: [string, RawTouch[], Parameters<typeof reportOf>[1]][] = [
    ['sf-campaign-members', toCampaignTouches(unique([...rowsOf(first.members), ...rowsOf(second.members)]), campaignKinds), [first.members, second.members]],
    ['sf-tasks', toTaskTouches(unique([...rowsOf(first.tasks), ...rowsOf(second.tasks)]), (row, at) => mails.some((mail) => isSameMail(mail, row, at))), [first.tasks, second.tasks]],
    ['sf-emails', toEmailTouches(mails), [first.emails, second.emails]],
    ['sf-deliveries', 'error' in second.views ? toViewSummary(links) : toViewTouches(links, second.views.rows), [first.deliveries, second.views]],
  ]
  const packaged = toPackageTouches(first.person)
  return {
    touches: [...parts.flatMap(([, touches]) => touches), ...packaged],
    sources: [
      ...parts.map(([name, touches, parsed]) => reportOf(name, parsed, touches.length)),
      // Website visits are nowhere in Salesforce itself.
      scored ? reportOf('sf-package', [], packaged.length) : { name: 'sf-package', state: 'missing', count: 0, who: 'vendor', need: 'Account Engagement, Marketo Sales Insight' },
      ...('error' in second.feedback && second.feedback.need === undefined ? [reportOf('sf-verdicts', [second.feedback], 0)] : []),
    ],
  }
}

/** Newest first, each once, without those a later one replaced. */
function standing(first: FirstCall, second: SecondCall): StandingVerdict[] {
  const events = [...rowsOf(first.tasks), ...rowsOf(second.tasks)].flatMap((row) => parseVerdict(row.Description) ?? [])
  const rows = rowsOf(second.feedback)
  const replaced = new Set([...rows.map((row) => row.Supersedes__c), ...events.map((event) => event.supersedes)])
  const all = [...rows.flatMap((row) => toStanding(row) ?? []), ...events.map(standingOf)]
  const byEvent = new Map(all.map((verdict) => [verdict.eventId, verdict]))
  return [...byEvent.values()].filter(({ eventId }) => !replaced.has(eventId)).toSorted((a, b) => b.at - a.at)
}

/** A row that moved to the contact between the two calls was read twice. */
function unique<T extends { Id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.Id, row])).values()]
}
