import type { VerdictEvent } from '@/lib/domain/ledger'
import type { StatusChange } from '@/lib/domain/status-map'
import { feedbackCore, feedbackLengths } from '../feedback-fields'
import type { ObjectShape } from '../org/describe'
import type { EvidenceText } from '../read/feedback'
import type { Who } from '../read/who'

/** Whether the org's object can hold a verdict that means something. */
export function canHoldVerdicts(shape: ObjectShape | undefined): shape is ObjectShape {
  return shape !== undefined && shape.createable && feedbackCore.every((field) => shape.writable.includes(field)) &&
    (shape.writable.includes('Lead__c') || shape.writable.includes('Contact__c'))
}

/** A verdict as a row, without its key, which stands in the address. Only fields this user may write. */
export function toFeedbackBody(event: VerdictEvent, who: Who, shape: ObjectShape, status?: StatusChange): Record<string, string> {
  const { evidence, rep } = event
  const text: Record<string, string | undefined> = {
    Lead__c: who.lead,
    Contact__c: who.contact,
    Verdict__c: event.verdict,
    Reason__c: event.reason?.slice(0, feedbackLengths.reason),
    Until__c: event.until,
    Note__c: event.note?.slice(0, feedbackLengths.note),
    Logged_At__c: new Date(event.at).toISOString(),
    Rep__c: rep.verified && rep.id.startsWith('005') ? rep.id : undefined,
    Rep_Name__c: rep.name.slice(0, feedbackLengths.repName),
    Campaign__c: evidence.campaigns[0]?.slice(0, feedbackLengths.campaign),
    Source__c: evidence.source?.slice(0, feedbackLengths.source),
    Supersedes__c: event.supersedes,
    Playbook_Version__c: evidence.playbook.slice(0, feedbackLengths.playbook),
    Evidence__c: evidenceOf(event, status),
  }
  return Object.fromEntries(Object.entries(text).filter((entry): entry is [string, string] => Boolean(entry[1]) && shape.writable.includes(entry[0])))
}

/** The evidence as JSON; stories drop out from the end where it would not fit. */
function evidenceOf({ at, evidence, trigger, helped, secondLook, clause }: VerdictEvent, status: StatusChange | undefined): string {
  const stories = [...evidence.stories]
  for (;;) {
    const kept: EvidenceText = { at, evidence: { ...evidence, stories }, trigger, helped, secondLook, clause, status }
    const text = JSON.stringify(kept)
    if (text.length <= feedbackLengths.evidence || stories.length === 0) return text
    stories.pop()
  }
}
