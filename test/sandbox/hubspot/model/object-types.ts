export interface ObjectType {
  /** Object type id such as `0-1`. */
  id: string
  singular: string
  plural: string
  /** Property holding the creation time, and the one holding the last change. */
  created: string
  modified: string
  /** Returned when a read names no properties, besides created, modified and `hs_object_id`. */
  defaults: readonly string[]
  /** Must be set on create. */
  required: readonly string[]
  /** Looked through by the free-text `query` of a search. */
  searchable: readonly string[]
  /** Scope family: `crm.objects.<scope>.read` and `.write`. */
  scope: string
}

const engagement = { created: 'hs_createdate', modified: 'hs_lastmodifieddate', defaults: [], scope: 'contacts' }

export const objectTypes: readonly ObjectType[] = [
  {
    id: '0-1',
    singular: 'contact',
    plural: 'contacts',
    created: 'createdate',
    modified: 'lastmodifieddate',
    defaults: ['email', 'firstname', 'lastname'],
    required: [],
    searchable: ['firstname', 'lastname', 'email', 'phone', 'mobilephone', 'company'],
    scope: 'contacts',
  },
  {
    id: '0-2',
    singular: 'company',
    plural: 'companies',
    created: 'createdate',
    modified: 'hs_lastmodifieddate',
    defaults: ['domain', 'name'],
    required: [],
    searchable: ['website', 'phone', 'name', 'domain'],
    scope: 'companies',
  },
  {
    id: '0-3',
    singular: 'deal',
    plural: 'deals',
    created: 'createdate',
    modified: 'hs_lastmodifieddate',
    defaults: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
    required: ['dealname', 'dealstage', 'pipeline'],
    searchable: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
    scope: 'deals',
  },
  {
    id: '0-136',
    singular: 'lead',
    plural: 'leads',
    created: 'hs_createdate',
    modified: 'hs_lastmodifieddate',
    defaults: [],
    required: ['hs_lead_name'],
    searchable: ['hs_lead_name'],
    scope: 'leads',
  },
  { ...engagement, id: '0-46', singular: 'note', plural: 'notes', required: ['hs_timestamp'], searchable: ['hs_note_body'] },
  {
    ...engagement,
    id: '0-49',
    singular: 'email',
    plural: 'emails',
    required: ['hs_timestamp', 'hs_email_direction'],
    searchable: ['hs_email_subject'],
  },
  { ...engagement, id: '0-27', singular: 'task', plural: 'tasks', required: ['hs_timestamp'], searchable: ['hs_task_body', 'hs_task_subject'] },
  { ...engagement, id: '0-48', singular: 'call', plural: 'calls', required: ['hs_timestamp'], searchable: ['hs_call_title', 'hs_body_preview'] },
  {
    ...engagement,
    id: '0-47',
    singular: 'meeting',
    plural: 'meetings',
    required: ['hs_timestamp'],
    searchable: ['hs_meeting_title', 'hs_meeting_body'],
  },
  {
    ...engagement,
    id: '0-18',
    singular: 'communication',
    plural: 'communications',
    required: ['hs_timestamp', 'hs_communication_channel_type'],
    searchable: ['hs_communication_body'],
  },
]

/** The object type called by its plural, its singular or its id; undefined for any other name. */
export function findObjectType(name: string): ObjectType | undefined {
  const wanted = name.toLowerCase()
  return objectTypes.find((type) => type.plural === wanted || type.singular === wanted || type.id === wanted)
}

/** Like `findObjectType` for a name known to exist. */
export function expectObjectType(name: string): ObjectType {
  const found = findObjectType(name)
  if (found === undefined) throw new Error(`no object type ${name}`)
  return found
}
