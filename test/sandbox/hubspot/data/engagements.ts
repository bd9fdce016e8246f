import { stamp } from '../format.ts'
import { expectObjectType } from '../model/object-types.ts'
import type { Owner, Portal } from '../model/portal.ts'
import { typesBetween } from '../model/association-types.ts'
import { currentValue } from '../model/record-store.ts'
import type { CrmRecord } from '../model/types.ts'
import { createRecord } from '../model/write.ts'
import type { Act } from './acts.ts'
import { dayMs } from './journey.ts'
import type { PersonPlan } from './person-plan.ts'

/** Creates the notes, mails, calls, meetings and tasks reps left on a contact. */
export function writeEngagements(portal: Portal, person: PersonPlan, contact: CrmRecord, now: number): void {
  const owner = portal.owners.find(({ id }) => id === person.owner) ?? portal.owners[0]
  if (owner === undefined) throw new Error(`portal ${portal.id} has no owners`)
  for (const act of person.acts) {
    for (const { type, at, properties } of engagementsOf(act, owner, contact, now)) log(portal, contact, owner, type, at, properties)
  }
}

interface Engagement {
  type: 'note' | 'email' | 'call' | 'meeting' | 'task'
  at: number
  properties: Record<string, string>
}

function engagementsOf(act: Act, owner: Owner, contact: CrmRecord, now: number): Engagement[] {
  if (!('daysAgo' in act)) return []
  const at = Math.round(now - act.daysAgo * dayMs)
  const timed = { hs_timestamp: stamp(at) }
  switch (act.kind) {
    case 'note':
      return [{ type: 'note', at, properties: { ...timed, hs_note_body: act.text } }]
    case 'call':
      return [
        {
          type: 'call',
          at,
          properties: {
            ...timed,
            hs_call_title: act.title,
            hs_call_body: act.text,
            hs_call_duration: String(act.minutes * 60_000),
            hs_call_direction: 'OUTBOUND',
            hs_call_status: act.minutes > 1 ? 'COMPLETED' : 'NO_ANSWER',
          },
        },
      ]
    case 'meeting':
      return [
        {
          type: 'meeting',
          at,
          properties: {
            ...timed,
            hs_meeting_title: act.title,
            hs_meeting_body: act.text,
            hs_meeting_start_time: stamp(at),
            hs_meeting_end_time: stamp(at + 3_600_000),
            hs_meeting_outcome: 'COMPLETED',
          },
        },
      ]
    case 'task':
      return [
        {
          type: 'task',
          at: Math.min(at, now - 3_600_000),
          properties: {
            ...timed,
            hs_task_subject: act.title,
            hs_task_type: 'TODO',
            hs_task_status: act.done === true ? 'COMPLETED' : 'NOT_STARTED',
            hs_task_priority: 'MEDIUM',
          },
        },
      ]
    case 'sent': {
      const headers = mailHeaders(owner, contact)
      const mail: Engagement = {
        type: 'email',
        at,
        properties: { ...timed, ...mailBody(act.subject, act.text), hs_email_direction: 'EMAIL', hs_email_headers: headers },
      }
      if (act.reply === undefined) return [mail]
      const repliedAt = at + 7_200_000
      return [
        mail,
        {
          type: 'email',
          at: repliedAt,
          properties: {
            hs_timestamp: stamp(repliedAt),
            ...mailBody(`Re: ${act.subject}`, act.reply),
            hs_email_direction: 'INCOMING_EMAIL',
            hs_email_headers: headers,
          },
        },
      ]
    }
    default:
      return []
  }
}

function mailBody(subject: string, text: string): Record<string, string> {
  return {
    hs_email_status: 'SENT',
    hs_email_subject: subject,
    hs_email_text: text,
    hs_email_html: `<p>${text.replace(/https:\/\/\S+/g, (link) => `<a href="${link}">${link}</a>`)}</p>`,
  }
}

/** The addresses of a mail from an owner to a contact, as HubSpot keeps them. */
export function mailHeaders(owner: Owner, contact: CrmRecord): string {
  return JSON.stringify({
    from: { email: owner.email, firstName: owner.firstName, lastName: owner.lastName },
    to: [{ email: currentValue(contact, 'email'), firstName: currentValue(contact, 'firstname'), lastName: currentValue(contact, 'lastname') }],
    cc: [],
    bcc: [],
  })
}

/** Creates an engagement on a contact and its company, as HubSpot's pages do. */
export function log(
  portal: Portal,
  contact: CrmRecord,
  owner: Owner,
  type: Engagement['type'],
  at: number,
  properties: Record<string, string>,
): CrmRecord {
  const source = { sourceType: 'CRM_UI', sourceId: `userId:${owner.userId}`, updatedByUserId: owner.userId }
  const company = portal.associations.of(contact, 'company')[0]
  const ends = [{ kind: 'contact', id: contact.id }, ...(company === undefined ? [] : [{ kind: 'company', id: company.id }])]
  const associations = ends.flatMap(({ kind, id }) => {
    const made = typesBetween(type, kind).find(({ label }) => label === null)
    return made === undefined ? [] : [{ to: id, types: [{ category: 'HUBSPOT_DEFINED', id: made.id }] }]
  })
  return createRecord(portal, expectObjectType(type), { ...properties, hubspot_owner_id: owner.id }, associations, { at, source, required: [] })
}
