import { plainText } from '../format.ts'
import { currentValue } from '../model/record-store.ts'
import type { CrmRecord } from '../model/types.ts'
import type { Occurrence } from '../model/marketing.ts'
import type { Portal } from '../model/portal.ts'
import { linkedRecords } from './facts.ts'

export interface TimelineEntry {
  at: number
  kind: 'note' | 'email' | 'call' | 'meeting' | 'task' | 'communication' | 'page' | 'form' | 'marketing' | 'webinar' | 'lifecycle'
  title: string
  text: string
}

const mostEntries = 60
const sessionGapMs = 1_800_000

/** What the middle column shows of a contact, newest first. */
export function contactTimeline(portal: Portal, contact: CrmRecord): TimelineEntry[] {
  const entries = [
    ...engagements(portal, contact),
    ...visits(portal, contact),
    ...fills(portal, contact),
    ...mails(portal, contact),
    ...webinars(portal, contact),
    ...stages(portal, contact),
  ]
  return entries.sort((one, other) => other.at - one.at).slice(0, mostEntries)
}

/** Engagements of any record. */
export function engagements(portal: Portal, record: CrmRecord): TimelineEntry[] {
  const kinds: readonly (readonly [TimelineEntry['kind'], string, string])[] = [
    ['note', '', 'hs_note_body'],
    ['email', 'hs_email_subject', 'hs_email_text'],
    ['call', 'hs_call_title', 'hs_call_body'],
    ['meeting', 'hs_meeting_title', 'hs_meeting_body'],
    ['task', 'hs_task_subject', 'hs_task_body'],
    ['communication', 'hs_communication_channel_type', 'hs_communication_body'],
  ]
  const words: Readonly<Record<string, string>> = {
    note: 'Note',
    email: 'Logged email',
    call: 'Logged call',
    meeting: 'Meeting',
    task: 'Task',
    communication: 'Message',
  }
  return kinds.flatMap(([kind, titleName, bodyName]) =>
    linkedRecords(portal, record, kind).map((engagement) => {
      const owner = portal.owners.find(({ id }) => id === currentValue(engagement, 'hubspot_owner_id'))
      const title = titleName === '' ? '' : (currentValue(engagement, titleName) ?? '')
      const by = owner === undefined ? '' : ` by ${owner.firstName} ${owner.lastName}`
      return {
        at: Date.parse(currentValue(engagement, 'hs_timestamp') ?? ''),
        kind,
        title: `${words[kind]}${title === '' ? '' : `: ${title}`}${by}`,
        text: plainText(currentValue(engagement, bodyName) ?? ''),
      }
    }),
  )
}

function occurrences(portal: Portal, contact: CrmRecord, type: string): Occurrence[] {
  if (portal.tier === 'free') return []
  return (portal.marketing.occurrences.get(contact.id) ?? []).filter(({ eventType }) => eventType === type).slice(0, 200)
}

/** Page views gathered into sessions. */
function visits(portal: Portal, contact: CrmRecord): TimelineEntry[] {
  const sessions: Occurrence[][] = []
  for (const occurrence of occurrences(portal, contact, 'e_visited_page')) {
    const current = sessions.at(-1)
    const previous = current?.at(-1)
    if (current !== undefined && previous !== undefined && previous.at - occurrence.at <= sessionGapMs) current.push(occurrence)
    else sessions.push([occurrence])
  }
  return sessions.map((session) => {
    const titles = [...new Set(session.map((occurrence) => occurrence.properties()['hs_page_title'] ?? ''))]
    return {
      at: session[0]?.at ?? 0,
      kind: 'page',
      title: `Viewed ${session.length === 1 ? 'a page' : `${session.length} pages`} on www.quayside.example`,
      text: titles.slice(0, 3).join('\n'),
    }
  })
}

function fills(portal: Portal, contact: CrmRecord): TimelineEntry[] {
  return occurrences(portal, contact, 'e_submitted_form').map((occurrence) => {
    const { hs_form_id: formId, hs_page_title: title = '' } = occurrence.properties()
    const form = portal.marketing.forms.find(({ id }) => id === formId)
    return { at: occurrence.at, kind: 'form', title: `Submitted ${form?.name ?? 'a form'}`, text: title }
  })
}

function mails(portal: Portal, contact: CrmRecord): TimelineEntry[] {
  const email = currentValue(contact, 'email')
  const words: Readonly<Record<string, string>> = { DELIVERED: 'was delivered', OPEN: 'was opened', CLICK: 'was clicked', BOUNCE: 'bounced' }
  return portal.marketing.emailEvents
    .filter(({ recipient, type, more }) => recipient === email && type in words && more['filteredEvent'] !== true)
    .map(({ created, type, emailCampaignId, more }) => {
      const mail = portal.marketing.emailCampaigns.find(({ id }) => id === emailCampaignId)
      return {
        at: created,
        kind: 'marketing',
        title: `Marketing email ${words[type]}: ${mail?.subject ?? ''}`,
        text: type === 'CLICK' ? (String(more['url']).split('?')[0] ?? '') : '',
      }
    })
}

function webinars(portal: Portal, contact: CrmRecord): TimelineEntry[] {
  return portal.marketing.participations
    .filter(({ contactId }) => contactId === contact.id)
    .map(({ at, eventId, state, seconds }) => {
      const event = portal.marketing.events.find(({ id }) => id === eventId)
      const word = {
        ATTENDED: `Attended for ${Math.round(seconds / 60)} minutes`,
        REGISTERED: 'Registered',
        NO_SHOW: 'Registered, did not come',
        CANCELLED: 'Cancelled',
      }[state]
      return { at, kind: 'webinar', title: `Marketing event: ${event?.name ?? ''}`, text: word }
    })
}

function stages(portal: Portal, contact: CrmRecord): TimelineEntry[] {
  const labels = portal.schema.find('0-1', 'lifecyclestage')?.options ?? []
  return (contact.history.get('lifecyclestage') ?? []).map(({ value, timestamp }) => ({
    at: timestamp,
    kind: 'lifecycle',
    title: `Lifecycle stage became ${labels.find((option) => option.value === value)?.label ?? value}`,
    text: '',
  }))
}
