import type { PropertyDefinition, PropertyGroup } from '../types.ts'
import { defineGroup, readOnlyRows, type Row } from './define.ts'

const ro = { readOnly: true }

export const engagementGroups: readonly PropertyGroup[] = [{ name: 'engagement', label: 'Engagement', displayOrder: 0 }]

const common: readonly Row[] = [
  ...readOnlyRows('datetime', 'date', [
    ['hs_createdate', 'Create date'],
    ['hs_lastmodifieddate', 'Last modified date'],
    ['hubspot_owner_assigneddate', 'Owner assigned date'],
  ]),
  ['hs_object_id', 'Record ID', 'number', 'number', ro],
  ...readOnlyRows('string', 'text', [
    ['hs_object_source', 'Record source'],
    ['hs_object_source_id', 'Record source ID'],
    ['hs_object_source_label', 'Record source label'],
    ['hs_all_owner_ids', 'All owner ids'],
    ['hs_user_ids_of_all_owners', 'User ids of all owners'],
    ['hs_body_preview', 'Body preview'],
    ['hs_body_preview_html', 'Body preview HTML'],
    ['hs_obj_coords', 'Object coordinates'],
  ]),
  ['hs_body_preview_is_truncated', 'Body preview truncated', 'bool', 'booleancheckbox', { readOnly: true, options: ['true', 'false'] }],
  ['hs_timestamp', 'Activity date', 'datetime', 'date'],
  ['hubspot_owner_id', 'Activity assigned to', 'enumeration', 'select', { external: true }],
  ['hs_attachment_ids', 'Attached file ids', 'string', 'text'],
]

const own: Readonly<Record<string, readonly Row[]>> = {
  note: [['hs_note_body', 'Note body', 'string', 'html']],
  email: [
    ['hs_email_subject', 'Email subject', 'string', 'text'],
    ['hs_email_text', 'Email text body', 'string', 'textarea'],
    ['hs_email_html', 'Email HTML body', 'string', 'html'],
    ['hs_email_headers', 'Email headers', 'string', 'text'],
    ['hs_email_direction', 'Email direction', 'enumeration', 'select', { options: ['EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL'] }],
    ['hs_email_status', 'Email send status', 'enumeration', 'select', { options: ['BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING', 'SENT'] }],
    ...readOnlyRows('string', 'text', [
      ['hs_email_from_email', 'From email'],
      ['hs_email_from_firstname', 'From first name'],
      ['hs_email_from_lastname', 'From last name'],
      ['hs_email_to_email', 'To email'],
      ['hs_email_to_firstname', 'To first name'],
      ['hs_email_to_lastname', 'To last name'],
      ['hs_email_thread_id', 'Thread id'],
    ]),
    ...readOnlyRows('number', 'number', [
      ['hs_email_open_count', 'Email opens'],
      ['hs_email_click_count', 'Email clicks'],
      ['hs_email_reply_count', 'Email replies'],
    ]),
  ],
  task: [
    ['hs_task_subject', 'Task title', 'string', 'text'],
    ['hs_task_body', 'Task notes', 'string', 'html'],
    ['hs_task_type', 'Task type', 'enumeration', 'select', { options: ['EMAIL', 'CALL', 'TODO', 'LINKED_IN_CONNECT', 'LINKED_IN_MESSAGE'] }],
    ['hs_task_status', 'Task status', 'enumeration', 'select', { options: ['NOT_STARTED', 'IN_PROGRESS', 'WAITING', 'DEFERRED', 'COMPLETED'] }],
    ['hs_task_priority', 'Priority', 'enumeration', 'select', { options: ['NONE', 'LOW', 'MEDIUM', 'HIGH'] }],
    ['hs_task_reminders', 'Reminders', 'string', 'text'],
  ],
  call: [
    ['hs_call_title', 'Call title', 'string', 'text'],
    ['hs_call_body', 'Call notes', 'string', 'html'],
    ['hs_call_direction', 'Call direction', 'enumeration', 'select', { options: ['INBOUND', 'OUTBOUND'] }],
    ['hs_call_duration', 'Call duration', 'number', 'number'],
    ['hs_call_status', 'Call status', 'enumeration', 'select', { options: ['BUSY', 'CANCELED', 'COMPLETED', 'FAILED', 'NO_ANSWER'] }],
  ],
  meeting: [
    ['hs_meeting_title', 'Meeting name', 'string', 'text'],
    ['hs_meeting_body', 'Meeting description', 'string', 'html'],
    ['hs_meeting_start_time', 'Start time', 'datetime', 'date'],
    ['hs_meeting_end_time', 'End time', 'datetime', 'date'],
    ['hs_meeting_outcome', 'Meeting outcome', 'enumeration', 'select', { options: ['SCHEDULED', 'COMPLETED', 'RESCHEDULED', 'NO_SHOW', 'CANCELED'] }],
  ],
  communication: [
    ['hs_communication_channel_type', 'Channel type', 'enumeration', 'select', { options: ['LINKEDIN_MESSAGE', 'SMS', 'WHATS_APP'] }],
    ['hs_communication_logged_from', 'Logged from', 'enumeration', 'select', { options: ['CRM'] }],
    ['hs_communication_body', 'Communication body', 'string', 'html'],
  ],
}

/** The property that holds the text of an engagement, from which HubSpot makes the preview. */
export const bodyProperty: Readonly<Record<string, string>> = {
  note: 'hs_note_body',
  email: 'hs_email_html',
  task: 'hs_task_body',
  call: 'hs_call_body',
  meeting: 'hs_meeting_body',
  communication: 'hs_communication_body',
}

/** Properties of one engagement type (singular name). */
export function engagementProperties(singular: string): PropertyDefinition[] {
  return defineGroup('engagement', [...common, ...(own[singular] ?? [])])
}
