import * as z from 'zod/mini'
import {
  activity, activityBatch, after, contactBatch, contactParams, contactQuery, contactSearch, count, dealBatch, idBatch, listSearch, newActivity, newGroup, newProperty, ownDefinition,
  ownProperties, published, recordId, taskChange, verdictProperties, version, versioned, versionedRecord,
} from './hubspot-shapes'

export interface HubspotCall {
  method: 'GET' | 'POST' | 'PATCH'
  /** HubSpot's own path, `:name` for parameters. */
  path: string
  summary: string
  params?: z.core.$ZodType
  query?: z.core.$ZodType
  body?: z.core.$ZodType
  /** Changes something in HubSpot. */
  write?: true
  /** The portal's own facts: the same for everybody, kept a while. */
  shared?: true
  /** Shows somebody's data: noted in the audit trail. */
  personal?: true
  /** For marketers and owners only. */
  desk?: true
  /** May carry a lead status, which for a rep has to be the one agreed to. */
  status?: true
}

const page = z.strictObject({ limit: count, after })
const kindOfActivity = z.strictObject({ version, activity })

/** All the hub passes on to HubSpot: what the connector needs, in the shapes it sends, and nothing else. */
export const hubspotCalls: readonly HubspotCall[] = [
  { method: 'GET', path: '/account-info/:version/details', summary: 'The portal', params: versioned, shared: true },
  { method: 'GET', path: '/crm/objects/:version/contacts/:id', summary: 'A contact', params: contactParams, query: contactQuery, personal: true },
  { method: 'POST', path: '/crm/associations/:version/leads/contacts/batch/read', summary: 'Contacts of leads', params: versioned, body: idBatch },
  { method: 'GET', path: '/crm/objects/:version/contacts/:id/associations/:activity', summary: 'Notes, mails or tasks of a contact', query: page,
    params: z.strictObject({ version, id: recordId, activity }) },
  { method: 'POST', path: '/crm/objects/:version/contacts/batch/read', summary: 'Counters of contacts; for marketers their verdicts and how they went', params: versioned, body: contactBatch, personal: true },
  { method: 'POST', path: '/crm/objects/:version/contacts/search', summary: 'Contacts whose verdict changed, or that entered a lifecycle stage', params: versioned, body: contactSearch, desk: true, personal: true },
  { method: 'POST', path: '/crm/objects/:version/deals/batch/read', summary: 'Deals of leads handed over', params: versioned, body: dealBatch, desk: true },
  { method: 'POST', path: '/crm/associations/:version/contacts/:other/batch/read', summary: 'Deals or leads of contacts', body: idBatch, desk: true,
    params: z.strictObject({ version, other: z.enum(['deals', 'leads']) }) },
  { method: 'GET', path: '/crm/pipelines/:version/deals', summary: 'Names of deal stages', params: versioned, shared: true, desk: true },
  { method: 'POST', path: '/crm/lists/:version/search', summary: 'Lists of contacts', params: versioned, body: listSearch, desk: true },
  { method: 'GET', path: '/crm/lists/:version/:id/memberships/join-order', summary: 'Contacts of a list', params: versionedRecord, query: page, desk: true, personal: true },
  { method: 'GET', path: '/cms/blogs/:version/posts', summary: 'Blog posts', params: versioned, query: published, shared: true, desk: true },
  { method: 'GET', path: '/cms/blogs/:version/tags', summary: 'Tags of blog posts', params: versioned, query: page, shared: true, desk: true },
  { method: 'GET', path: '/cms/pages/:version/:pages', summary: 'Landing pages or site pages', query: published, shared: true, desk: true,
    params: z.strictObject({ version, pages: z.enum(['landing-pages', 'site-pages']) }) },
  { method: 'GET', path: '/files/:version/files/search', summary: 'Files', params: versioned, query: page, shared: true, desk: true },
  { method: 'POST', path: '/crm/objects/:version/:activity/batch/read', summary: 'Notes, mails or tasks by id', params: kindOfActivity, body: activityBatch, personal: true },
  { method: 'GET', path: '/events/event-occurrences/:version', summary: 'Events of a contact', params: versioned, personal: true, query: z.strictObject({
    objectType: z.literal('contact'), objectId: recordId, occurredAfter: z.string().check(z.regex(/^[\dT:.Z-]{20,30}$/)), limit: count, sort: z.optional(z.literal('-occurredAt')),
  }) },
  { method: 'GET', path: '/email/public/v1/events', summary: 'Marketing mails of an address; without one only whether they may be read', personal: true, query: z.strictObject({
    recipient: z.optional(z.string().check(z.minLength(3), z.maxLength(320))), startTimestamp: z.optional(z.string().check(z.regex(/^\d{1,15}$/))), limit: count,
  }) },
  { method: 'GET', path: '/marketing/marketing-events/:version/participations/contacts/:id/breakdown', summary: 'Webinars of a contact', params: versionedRecord, query: page, personal: true },
  { method: 'GET', path: '/crm/owners/:version', summary: 'Owners', params: versioned, query: page, shared: true },
  { method: 'GET', path: '/marketing/v3/forms', summary: 'Forms', query: z.strictObject({ limit: count, after, formTypes: z.array(z.enum(['hubspot', 'flow'])) }), shared: true },
  { method: 'GET', path: '/crm/properties/:version/contacts', summary: 'Definitions of contact properties', params: versioned, shared: true },
  { method: 'POST', path: '/crm/properties/:version/contacts/batch/read', summary: 'Which Leadside properties there are', params: versioned, body: ownProperties },
  { method: 'GET', path: '/crm/properties/:version/contacts/:name', summary: 'A Leadside property, or the lifecycle stages', params: ownDefinition, desk: true },
  { method: 'GET', path: '/crm/properties/:version/contacts/groups/:name', summary: 'The Leadside property group', params: ownDefinition, desk: true },
  { method: 'POST', path: '/crm/properties/:version/contacts', summary: 'Make a Leadside property', params: versioned, body: newProperty, write: true, desk: true },
  { method: 'POST', path: '/crm/properties/:version/contacts/groups', summary: 'Make the Leadside property group', params: versioned, body: newGroup, write: true, desk: true },
  { method: 'PATCH', path: '/crm/objects/:version/contacts/:id', summary: 'Write a verdict onto a contact', params: versionedRecord, body: verdictProperties, write: true, status: true },
  { method: 'PATCH', path: '/crm/objects/:version/tasks/:id', summary: 'Move or close the task of a return', params: versionedRecord, body: taskChange, write: true },
  { method: 'POST', path: '/crm/objects/:version/:activity', summary: 'Log a note, mail or task on a contact', params: kindOfActivity, body: newActivity, write: true },
]
