import type { Role } from '@/lib/hub-client/contract'
import type { Hub, Member } from './harness'

const desk = ['owner', 'marketer'] as const
const everybody = [...desk, 'rep'] as const
const owners = ['owner'] as const
const v = '2026-09'
const batch = { propertiesWithHistory: [], inputs: [{ id: '70301' }] }
const on = (type: 202 | 198 | 204) => [{ to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: type }] }]

/** What each route to HubSpot is asked with, and who may; for `hub.rights.test.ts`. */
export const hubspotAsks: Record<string, { may: readonly Role[]; path: string; body?: (hub: Hub, me: Member) => unknown }> = {
  'get-hubspot': { may: everybody, path: '/hubspot' },
  'post-hubspot-connect': { may: owners, path: '/hubspot/connect' },
  'put-hubspot-key': { may: owners, path: '/hubspot/key', body: () => ({ key: 'pat-na1-00000000-0000-4000-8000-000000000001' }) },
  'delete-hubspot': { may: owners, path: '/hubspot' },
  'get-hubspot-account-info-by-version-details': { may: everybody, path: `/hubspot/account-info/${v}/details` },
  'get-hubspot-crm-objects-by-version-contacts-by-id': { may: everybody, path: `/hubspot/crm/objects/${v}/contacts/70301?properties=email` },
  'post-hubspot-crm-associations-by-version-leads-contacts-batch-read': { may: everybody, path: `/hubspot/crm/associations/${v}/leads/contacts/batch/read`, body: () => ({ inputs: [{ id: '55402' }] }) },
  'get-hubspot-crm-objects-by-version-contacts-by-id-associations-by-activity': { may: everybody, path: `/hubspot/crm/objects/${v}/contacts/70301/associations/notes?limit=500` },
  'post-hubspot-crm-objects-by-version-contacts-batch-read': { may: everybody, path: `/hubspot/crm/objects/${v}/contacts/batch/read`, body: () => ({ ...batch, properties: ['hs_analytics_last_timestamp'] }) },
  'post-hubspot-crm-objects-by-version-contacts-search': { may: desk, path: `/hubspot/crm/objects/${v}/contacts/search`, body: () => ({
    filterGroups: [{ filters: [{ propertyName: 'leadside_event', operator: 'HAS_PROPERTY' }, { propertyName: 'lastmodifieddate', operator: 'GTE', value: '0' }] }],
    sorts: [{ propertyName: 'lastmodifieddate', direction: 'ASCENDING' }], properties: ['lastmodifieddate'], limit: 50, after: '0',
  }) },
  'post-hubspot-crm-objects-by-version-by-activity-batch-read': { may: everybody, path: `/hubspot/crm/objects/${v}/notes/batch/read`, body: () => ({ ...batch, properties: ['hs_note_body'] }) },
  'post-hubspot-crm-objects-by-version-deals-batch-read': { may: desk, path: `/hubspot/crm/objects/${v}/deals/batch/read`, body: () => ({ ...batch, inputs: [{ id: '1' }], properties: ['amount'] }) },
  'post-hubspot-crm-associations-by-version-contacts-by-other-batch-read': { may: desk, path: `/hubspot/crm/associations/${v}/contacts/deals/batch/read`, body: () => ({ inputs: [{ id: '70301' }] }) },
  'get-hubspot-crm-pipelines-by-version-deals': { may: desk, path: `/hubspot/crm/pipelines/${v}/deals` },
  'post-hubspot-crm-lists-by-version-search': { may: desk, path: `/hubspot/crm/lists/${v}/search`, body: () => ({ query: '', count: 250, offset: 0 }) },
  'get-hubspot-crm-lists-by-version-by-id-memberships-join-order': { may: desk, path: `/hubspot/crm/lists/${v}/:list/memberships/join-order?limit=250` },
  'get-hubspot-cms-blogs-by-version-posts': { may: desk, path: `/hubspot/cms/blogs/${v}/posts?state=PUBLISHED&sort=-updatedAt&limit=100` },
  'get-hubspot-cms-blogs-by-version-tags': { may: desk, path: `/hubspot/cms/blogs/${v}/tags?limit=100` },
  'get-hubspot-cms-pages-by-version-by-pages': { may: desk, path: `/hubspot/cms/pages/${v}/landing-pages?state=PUBLISHED_OR_SCHEDULED&sort=-updatedAt&limit=100` },
  'get-hubspot-files-by-version-files-search': { may: desk, path: `/hubspot/files/${v}/files/search?limit=100` },
  'get-hubspot-events-event-occurrences-by-version': { may: everybody, path: `/hubspot/events/event-occurrences/${v}?objectType=contact&objectId=70301&occurredAfter=2026-06-01T00:00:00.000Z&limit=100` },
  'get-hubspot-email-public-v1-events': { may: everybody, path: '/hubspot/email/public/v1/events?limit=1' },
  'get-hubspot-marketing-marketing-events-by-version-participations-contacts-by-id-breakdown': { may: everybody, path: `/hubspot/marketing/marketing-events/${v}/participations/contacts/70301/breakdown?limit=100` },
  'get-hubspot-crm-owners-by-version': { may: everybody, path: `/hubspot/crm/owners/${v}?limit=100` },
  'get-hubspot-marketing-v3-forms': { may: everybody, path: '/hubspot/marketing/v3/forms?limit=100&formTypes=hubspot&formTypes=flow' },
  'get-hubspot-crm-properties-by-version-contacts': { may: everybody, path: `/hubspot/crm/properties/${v}/contacts` },
  'post-hubspot-crm-properties-by-version-contacts-batch-read': { may: everybody, path: `/hubspot/crm/properties/${v}/contacts/batch/read`, body: () => ({ archived: false, inputs: [{ name: 'leadside_verdict' }] }) },
  'get-hubspot-crm-properties-by-version-contacts-by-name': { may: desk, path: `/hubspot/crm/properties/${v}/contacts/leadside_verdict` },
  'get-hubspot-crm-properties-by-version-contacts-groups-by-name': { may: desk, path: `/hubspot/crm/properties/${v}/contacts/groups/leadside` },
  'post-hubspot-crm-properties-by-version-contacts': { may: desk, path: `/hubspot/crm/properties/${v}/contacts`, body: (_, me) => ({ name: `leadside_${me.role}`, label: 'x', groupName: 'leadside', type: 'string', fieldType: 'text' }) },
  'post-hubspot-crm-properties-by-version-contacts-groups': { may: desk, path: `/hubspot/crm/properties/${v}/contacts/groups`, body: () => ({ name: 'leadside', label: 'Leadside', displayOrder: -1 }) },
  'patch-hubspot-crm-objects-by-version-contacts-by-id': { may: everybody, path: `/hubspot/crm/objects/${v}/contacts/70301`, body: () => ({ properties: { leadside_verdict: 'good' } }) },
  'patch-hubspot-crm-objects-by-version-tasks-by-id': { may: everybody, path: `/hubspot/crm/objects/${v}/tasks/:task`, body: () => ({ properties: { hs_task_status: 'COMPLETED' } }) },
  'post-hubspot-crm-objects-by-version-by-activity': { may: everybody, path: `/hubspot/crm/objects/${v}/notes`, body: () => ({ properties: { hs_timestamp: '2026-09-16T10:00:00.000Z', hs_note_body: 'leadside:verdict:01a0a9a8-b100-709d-9be9-007184227bf2' }, associations: on(202) }) },
}
