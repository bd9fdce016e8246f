import * as z from 'zod/mini'
import { evidence, trigger, type VerdictEvent, verdictEvent, verdictValue } from '@/lib/domain/ledger'
import { parseTolerant } from '@/lib/domain/parse-tolerant'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { StandingVerdict } from '@/lib/domain/snapshot'
import { type StatusChange, statusChange } from '@/lib/domain/status-map'
import { feedbackFields, feedbackObject } from '../feedback-fields'
import type { ObjectShape } from '../org/describe'
import { anyOf, expectId, soql } from '../soql'
import { toMoment } from '../time'
import { maybeId, maybeNamed, maybeText, recordId } from '../wire'
import type { Source } from './source'
import type { Who } from './who'

/** Verdicts of this person; a contact's also on the leads that were converted into it. */
export function feedback({ lead, contact }: Who, shape: ObjectShape): Source {
  const conditions = [
    ...(lead ? [soql`Lead__c = ${expectId(lead)}`] : []),
    ...(contact ? [soql`Contact__c = ${expectId(contact)}`, soql`Lead__r.ConvertedContactId = ${expectId(contact)}`] : []),
  ]
  return { object: feedbackObject, fields: visibleFields(shape), rest: soql`WHERE ${anyOf(conditions)} ORDER BY Logged_At__c DESC LIMIT 50` }
}

/** Fields an older deployment lacks, or this user may not see, are not asked for. */
export function visibleFields(shape: ObjectShape): string[] {
  return feedbackFields.filter((field) => shape.fields.includes(field))
}

export const feedbackRow = z.object({
  Id: recordId,
  Feedback_Key__c: z.string(),
  Lead__c: maybeId,
  Contact__c: maybeId,
  Lead__r: maybeNamed,
  Contact__r: maybeNamed,
  /** A value this version does not know makes the row say nothing, and no more than that. */
  Verdict__c: z.pipe(maybeText, z.transform((text) => verdictValue.options.find((value) => value === text))),
  Reason__c: maybeText,
  Until__c: maybeText,
  Note__c: maybeText,
  Logged_At__c: maybeText,
  Rep__c: maybeId,
  Rep_Name__c: maybeText,
  Supersedes__c: maybeText,
  Evidence__c: maybeText,
  SystemModstamp: z.string(),
})
export type FeedbackRow = z.infer<typeof feedbackRow>

/** What `Evidence__c` holds: the evidence, and the parts of the event that have no field of their own. */
const evidenceText = z.object({
  at: z.number(),
  evidence,
  trigger: z.optional(trigger),
  helped: z.optional(z.array(z.string())),
  secondLook: z.optional(z.boolean()),
  clause: verdictEvent.shape.clause,
  /** What the verdict did to the lead's status. */
  status: z.optional(statusChange),
})
export type EvidenceText = z.infer<typeof evidenceText>

export function toStanding(row: FeedbackRow): StandingVerdict | undefined {
  const at = parseEvidence(row.Evidence__c)?.at ?? toMoment(row.Logged_At__c)
  if (row.Verdict__c === undefined || at === undefined) return undefined
  return {
    eventId: row.Feedback_Key__c, at, verdict: row.Verdict__c, reason: row.Reason__c, until: row.Until__c, note: row.Note__c, by: row.Rep_Name__c,
  }
}

export function refOf(row: Pick<FeedbackRow, 'Lead__c' | 'Contact__c'>, org: string): RecordRef | undefined {
  if (row.Lead__c) return { crm: 'salesforce', org, kind: 'lead', id: row.Lead__c }
  return row.Contact__c ? { crm: 'salesforce', org, kind: 'contact', id: row.Contact__c } : undefined
}

/** The event itself, as far as the row kept it whole. */
export function toEvent(row: FeedbackRow, ref: RecordRef): VerdictEvent | undefined {
  const kept = parseEvidence(row.Evidence__c)
  if (!kept) return undefined
  const { at, status: _status, ...rest } = kept
  const event = z.safeParse(verdictEvent, {
    type: 'verdict',
    id: row.Feedback_Key__c,
    at,
    ref,
    rep: { id: row.Rep__c ?? '', name: row.Rep_Name__c ?? '', verified: row.Rep__c !== undefined },
    verdict: row.Verdict__c,
    reason: row.Reason__c,
    until: row.Until__c,
    note: row.Note__c,
    supersedes: row.Supersedes__c,
    ...rest,
  })
  return event.success ? event.data : undefined
}

export function statusKeptIn(evidenceText: string | undefined): StatusChange | undefined {
  return parseEvidence(evidenceText)?.status
}

function parseEvidence(text: string | undefined): EvidenceText | undefined {
  const parsed = parseTolerant(evidenceText, parseJson(text))
  return parsed.success ? parsed.data : undefined
}

/** Text a person may have edited: broken JSON is simply nothing. */
export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
