import { beforeEach, describe, expect, it } from 'vitest'
import { staticTokens } from '../../sandbox/hubspot/index.ts'
import { at, createKit, type HubspotKit } from './hubspot-kit.ts'

const objects = '/crm/objects/2026-09'
const correlation = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/

interface Case {
  title: string
  method: string
  path: string
  send?: unknown
  token?: string
  status: number
  body: unknown
}

const cases: Case[] = [
  { title: 'no token', method: 'GET', path: `${objects}/contacts/70301`, token: '', status: 401, body: { status: 'error', category: 'INVALID_AUTHENTICATION' } },
  { title: 'a made-up token', method: 'GET', path: `${objects}/contacts/70301`, token: 'pat-na1-nobody', status: 401, body: { category: 'INVALID_AUTHENTICATION' } },
  { title: 'an unknown id', method: 'GET', path: `${objects}/contacts/999999`, status: 404, body: { status: 'error', message: 'resource not found' } },
  { title: 'an id that is no number', method: 'PATCH', path: `${objects}/contacts/abc`, send: { properties: {} }, status: 404, body: { category: 'OBJECT_NOT_FOUND', context: { id: ['abc'] } } },
  { title: 'an object type nobody knows', method: 'GET', path: `${objects}/butterflies/1`, status: 400, body: { message: 'Unable to infer object type from: butterflies' } },
  { title: 'a contact that exists', method: 'POST', path: `${objects}/contacts`, send: { properties: { email: 'PRIYA.RAMAN@alderfinch.example' } }, status: 409, body: { message: 'Contact already exists. Existing ID: 70301', category: 'CONFLICT' } },
  {
    title: 'an unknown property', method: 'PATCH', path: `${objects}/contacts/70301`, send: { properties: { leadside_verdict: 'good' } }, status: 400,
    body: { category: 'VALIDATION_ERROR', errors: [{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['leadside_verdict'] } }] },
  },
  { title: 'an unknown option', method: 'PATCH', path: `${objects}/contacts/70301`, send: { properties: { hs_lead_status: 'SUPERB' } }, status: 400, body: { errors: [{ code: 'INVALID_OPTION' }] } },
  { title: 'a value only HubSpot sets', method: 'PATCH', path: `${objects}/contacts/70301`, send: { properties: { num_conversion_events: '9' } }, status: 400, body: { errors: [{ code: 'READ_ONLY_VALUE' }] } },
  { title: 'a broken e-mail address', method: 'PATCH', path: `${objects}/contacts/70301`, send: { properties: { email: 'priya' } }, status: 400, body: { errors: [{ code: 'INVALID_EMAIL' }] } },
  { title: 'a word for a number', method: 'PATCH', path: `${objects}/deals/60209`, send: { properties: { amount: 'much' } }, status: 400, body: { errors: [{ code: 'INVALID_INTEGER' }] } },
  { title: 'an owner who is none', method: 'PATCH', path: `${objects}/contacts/70301`, send: { properties: { hubspot_owner_id: '1' } }, status: 400, body: { category: 'VALIDATION_ERROR' } },
  { title: 'a note without a time', method: 'POST', path: `${objects}/notes`, send: { properties: { hs_note_body: 'x' } }, status: 400, body: { category: 'VALIDATION_ERROR', context: { properties: ['hs_timestamp'] } } },
  {
    title: 'an association of the other direction', method: 'POST', path: `${objects}/notes`, status: 400, body: { category: 'VALIDATION_ERROR', context: { associationTypeId: ['201'] } },
    send: { properties: { hs_timestamp: '2026-11-20T10:00:00Z' }, associations: [{ to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 201 }] }] },
  },
  {
    title: 'an association with nobody', method: 'POST', path: `${objects}/notes`, status: 400, body: { context: { INVALID_OBJECT_IDS: ['999999'], objectType: ['CONTACT'] } },
    send: { properties: { hs_timestamp: '2026-11-20T10:00:00Z' }, associations: [{ to: { id: '999999' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] }] },
  },
  { title: 'a misspelt member', method: 'PATCH', path: `${objects}/contacts/70301`, send: { property: {} }, status: 400, body: { status: 'error' } },
  { title: 'an object for a value', method: 'PATCH', path: `${objects}/contacts/70301`, send: { properties: { firstname: {} } }, status: 400, body: { status: 'error' } },
  { title: 'paging past 10,000', method: 'POST', path: `${objects}/contacts/search`, send: { filterGroups: [], after: '10000', limit: 100 }, status: 400, body: { category: 'VALIDATION_ERROR' } },
  { title: 'a search too long', method: 'POST', path: `${objects}/contacts/search`, send: { query: 'x'.repeat(3001) }, status: 400, body: { category: 'VALIDATION_ERROR' } },
  { title: 'a page too large', method: 'POST', path: `${objects}/contacts/search`, send: { limit: 201 }, status: 400, body: { category: 'VALIDATION_ERROR' } },
  { title: 'a batch too large', method: 'POST', path: `${objects}/contacts/batch/read`, send: { inputs: Array.from({ length: 101 }, (_, id) => ({ id: String(id) })) }, status: 400, body: { category: 'VALIDATION_ERROR' } },
  { title: 'a property twice', method: 'POST', path: '/crm/properties/2026-09/contacts', send: { name: 'email', label: 'E', groupName: 'contactinformation', type: 'string', fieldType: 'text' }, status: 409, body: { category: 'OBJECT_ALREADY_EXISTS' } },
  { title: 'a group twice', method: 'POST', path: '/crm/properties/2026-09/contacts/groups', send: { name: 'contactinformation', label: 'C' }, status: 409, body: { category: 'CONFLICT' } },
  { title: 'a property without its group', method: 'POST', path: '/crm/properties/2026-09/contacts', send: { name: 'a', label: 'A', groupName: 'leadside', type: 'string', fieldType: 'text' }, status: 400, body: { category: 'VALIDATION_ERROR' } },
  { title: 'a field type that does not fit', method: 'POST', path: '/crm/properties/2026-09/contacts', send: { name: 'a', label: 'A', groupName: 'contactinformation', type: 'date', fieldType: 'text' }, status: 400, body: { category: 'VALIDATION_ERROR' } },
  { title: 'a property that is not there', method: 'GET', path: '/crm/properties/2026-09/contacts/leadside_verdict', status: 404, body: { category: 'OBJECT_NOT_FOUND' } },
  { title: 'a version that never was', method: 'GET', path: '/crm/objects/2027-03/contacts/70301', status: 404, body: { status: 'error' } },
  { title: 'a URL too long', method: 'GET', path: `${objects}/contacts/70301?properties=${'x,'.repeat(5000)}`, status: 414, body: { status: 'error' } },
  { title: 'an object scope missing', method: 'POST', path: `${objects}/emails/search`, send: { filterGroups: [] }, token: staticTokens.readOnly, status: 403, body: { category: 'MISSING_SCOPES', errors: [{ context: { requiredGranularScopes: ['sales-email-read'] } }] } },
  { title: 'the right to write missing', method: 'PATCH', path: `${objects}/contacts/70301`, send: { properties: {} }, token: staticTokens.readOnly, status: 403, body: { errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.write'] } }] } },
  { title: 'the right to create properties missing', method: 'POST', path: '/crm/properties/2026-09/contacts/groups', send: { name: 'a', label: 'A' }, token: staticTokens.serviceKey, status: 403, body: { context: { requiredGranularScopes: ['crm.schemas.contacts.write'] } } },
  { title: 'mail events without content', method: 'GET', path: '/email/public/v1/events?recipient=a@b.example', token: staticTokens.serviceKey, status: 403, body: { category: 'MISSING_SCOPES', context: { requiredGranularScopes: ['content'] } } },
  { title: 'leads on Starter', method: 'GET', path: `${objects}/leads/1`, token: staticTokens.euPrivateApp, status: 403, body: { category: 'MISSING_SCOPES' } },
  { title: 'events below Enterprise', method: 'GET', path: '/events/event-occurrences/2026-09?objectType=contact&objectId=70301', token: staticTokens.euPrivateApp, status: 403, body: { status: 'error' } },
]

describe('HubSpot error bodies', () => {
  let kit: HubspotKit
  beforeEach(() => {
    kit = createKit()
  })

  it.each(cases)('$title: $status', async ({ method, path, send, token, status, body }) => {
    const answer = await kit.call(method, path, send, token)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject(body as object)
    expect(at(answer.body, 'correlationId')).toMatch(correlation)
    expect(answer.headers.get('x-hubspot-correlation-id')).toBe(at(answer.body, 'correlationId'))
    expect(answer.headers.get('content-type')).toBe('application/json;charset=utf-8')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('orders the members of a body as HubSpot does', async () => {
    const refused = await kit.call('PATCH', `${objects}/contacts/70301`, { properties: { nope: '1' } })
    expect(Object.keys(refused.body as object)).toEqual(['status', 'message', 'correlationId', 'errors', 'category'])
    const forbidden = await kit.call('GET', '/email/public/v1/events', undefined, staticTokens.serviceKey)
    expect(Object.keys(forbidden.body as object)).toEqual(['status', 'message', 'correlationId', 'context', 'links', 'category'])
  })

  it('quotes the refused values inside the message', async () => {
    const refused = await kit.call('PATCH', `${objects}/contacts/70301`, { properties: { nope: '1', email: 'x' } })
    const [, list = ''] = /^Property values were not valid: (.*)$/.exec(String(at(refused.body, 'message'))) ?? []
    expect(JSON.parse(list)).toMatchObject([{ isValid: false, name: 'nope', error: 'PROPERTY_DOESNT_EXIST', portalId: 24_680_135 }, { name: 'email', error: 'INVALID_EMAIL' }])
  })

  it('refuses a body that is no JSON, and one that does not say it is', async () => {
    const headers = { authorization: `Bearer ${staticTokens.privateApp}` }
    const broken = await kit.page('https://api.hubapi.com/crm/objects/2026-09/contacts', { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{"properties":' })
    const untyped = await kit.page('https://api.hubapi.com/crm/objects/2026-09/contacts', { method: 'POST', headers, body: '{}' })
    expect([broken.status, untyped.status]).toEqual([400, 415])
  })

  it.each([
    [423, { message: 'Locked' }, null],
    [429, { errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' }, null],
    [477, { message: 'Migration in progress' }, '3600'],
    [500, { status: 'error' }, null],
  ])('answers %i by switch, once', async (status, body, retryAfter) => {
    kit.hubspot.configure({ failures: [{ status, method: 'GET', path: '*/contacts/70301', count: 1 }] })
    const failed = await kit.get(`${objects}/contacts/70301`)
    expect(failed.status).toBe(status)
    expect(failed.body).toMatchObject(body)
    expect(failed.headers.get('retry-after')).toBe(retryAfter)
    expect((await kit.get(`${objects}/contacts/70301`)).status).toBe(200)
  })

  it.each([502, 503, 504, 521, 523, 524])('answers %i as HTML, as the network in front of HubSpot does', async (status) => {
    kit.hubspot.configure({ failures: [{ status }] })
    const failed = await kit.get(`${objects}/contacts/70301`)
    expect(failed.status).toBe(status)
    expect(failed.body).toContain('<html>')
  })

  it('words the refusals that fault rules inject', async () => {
    const request = new Request('https://api.hubapi.com/crm/objects/2026-09/contacts/search')
    expect(await kit.hubspot.refuse('unauthorized', request).json()).toMatchObject({ category: 'INVALID_AUTHENTICATION' })
    expect(await kit.hubspot.refuse('rate-limited', request).json()).toMatchObject({ policyName: 'SECONDLY', message: 'You have reached your secondly limit.' })
    expect(kit.hubspot.refuse('server-error', request).status).toBe(500)
    expect(kit.hubspot.refuse('unavailable', request).status).toBe(503)
  })

  it('refuses a switch nobody knows', () => {
    expect(() => kit.hubspot.configure({ searchLag: 3 })).toThrow()
    expect(() => kit.hubspot.configure({ searchLagSeconds: 'soon' })).toThrow()
  })
})
