import { beforeEach, describe, expect, it } from 'vitest'
import { staticTokens } from '../../sandbox/hubspot/index.ts'
import { at, createKit, listAt, start, type HubspotKit } from './hubspot-kit.ts'

const objects = '/crm/objects/2026-09'
const contact = `${objects}/contacts/70301`

let kit: HubspotKit
beforeEach(() => {
  kit = createKit()
})

describe('reading', () => {
  it('leaves unknown properties out, gives unset ones as null and sorts the keys', async () => {
    const read = await kit.get(`${contact}?properties=phone,email,nope,hs_email_bounce`)
    expect(at(read.body, 'properties.hs_email_bounce')).toBeNull()
    expect(Object.keys(at(read.body, 'properties') as object)).toEqual([
      'createdate',
      'email',
      'hs_email_bounce',
      'hs_object_id',
      'lastmodifieddate',
      'phone',
    ])
    expect(Object.keys(read.body as object)).toEqual(['id', 'properties', 'createdAt', 'updatedAt', 'archived', 'url'])
    expect(at(read.body, 'url')).toBe('https://app.hubspot.com/contacts/24680135/record/0-1/70301')
  })

  it('finds a contact by e-mail, whatever its case', async () => {
    const read = await kit.get(`${objects}/contacts/Priya.Raman%40alderfinch.example?idProperty=email`)
    expect(at(read.body, 'id')).toBe('70301')
    expect((await kit.get(`${objects}/contacts/x?idProperty=firstname`)).status).toBe(400)
  })

  it.each(['/crm/objects/2026-09', '/crm/objects/2026-03', '/crm/v3/objects'])('answers under %s', async (prefix) => {
    expect((await kit.get(`${prefix}/contacts/70301`)).status).toBe(200)
  })

  it('answers 404 for a version that is switched off', async () => {
    kit.hubspot.configure({ retiredVersions: ['2026-03'] })
    expect((await kit.get('/crm/objects/2026-03/contacts/70301')).status).toBe(404)
    expect((await kit.get(contact)).status).toBe(200)
  })

  it('pages through the list of a type', async () => {
    const seen: unknown[] = []
    for (let after: unknown = '0'; after !== undefined;) {
      const read = await kit.get(`${objects}/contacts?limit=10&after=${after}`)
      seen.push(...listAt(read.body, 'results').map((result) => at(result, 'id')))
      after = at(read.body, 'paging.next.after')
    }
    expect(new Set(seen).size).toBe(36)
  })

  it('keeps two accounts apart, down to the same record id', async () => {
    const one = await kit.get(`${contact}?properties=firstname`)
    const other = await kit.get(`${contact}?properties=firstname`, staticTokens.euPrivateApp)
    expect([at(one.body, 'properties.firstname'), at(other.body, 'properties.firstname')]).toEqual(['Priya', 'Willemijn'])
    expect(at((await kit.get('/account-info/2026-09/details', staticTokens.euPrivateApp)).body, 'uiDomain')).toBe('app-eu1.hubspot.com')
  })

  it('hides bodies of logged mails where the token may not read sales mail', async () => {
    kit.hubspot.configure({ scopes: { [staticTokens.readOnly]: ['crm.objects.contacts.read'] } })
    const ids = await kit.get('/crm/objects/2026-03/contacts/70301/associations/emails', staticTokens.readOnly)
    const path = `/crm/objects/2026-03/emails/${String(at(ids.body, 'results.0.toObjectId'))}?properties=hs_email_html,hs_email_subject`
    expect((await kit.get(path, staticTokens.readOnly)).body).toMatchObject({
      properties: { hs_email_html: null, hs_email_subject: 'Verdea and fresh food planning' },
    })
    expect((await kit.get(path.replace('2026-03', '2026-09'), staticTokens.readOnly)).status).toBe(403)
  })
})

describe('writing', () => {
  it('keeps every write in the property history, newest first, with moment and source', async () => {
    kit.hubspot.configure({ leadsideProperties: true })
    for (const event of ['{"id":"1"}', '{"id":"2"}']) {
      await kit.call('PATCH', contact, { properties: { leadside_event: event } })
      kit.wait(1000)
    }
    const read = await kit.get(`${contact}?propertiesWithHistory=leadside_event`)
    expect(at(read.body, 'propertiesWithHistory.leadside_event')).toEqual([
      { value: '{"id":"2"}', timestamp: '2026-11-20T15:00:01Z', sourceType: 'INTEGRATION', sourceId: '2011410', sourceLabel: 'Leadside' },
      { value: '{"id":"1"}', timestamp: '2026-11-20T15:00:00Z', sourceType: 'INTEGRATION', sourceId: '2011410', sourceLabel: 'Leadside' },
    ])
  })

  it('gives as many past values as the switch says, in single and batch reads', async () => {
    kit.hubspot.configure({ historyDepth: 2 })
    const read = await kit.get(`${contact}?propertiesWithHistory=lifecyclestage`)
    expect(listAt(read.body, 'propertiesWithHistory.lifecyclestage')).toHaveLength(2)
    const batch = await kit.call('POST', `${objects}/contacts/batch/read`, { inputs: [{ id: '70301' }], propertiesWithHistory: ['lifecyclestage'] })
    expect(listAt(batch.body, 'results.0.propertiesWithHistory.lifecyclestage')).toHaveLength(2)
  })

  it('stores times in one form and clears with the empty text', async () => {
    kit.hubspot.configure({ leadsideProperties: true })
    const written = await kit.call('PATCH', contact, { properties: { leadside_at: start, leadside_until: '2026-12-20', leadside_reason: 'later' } })
    expect(written.body).toMatchObject({ properties: { leadside_at: '2026-11-20T15:00:00Z', leadside_until: '2026-12-20' } })
    expect((await kit.call('PATCH', contact, { properties: { leadside_until: String(start) } })).status).toBe(400)
    expect((await kit.call('PATCH', contact, { properties: { leadside_reason: '' } })).body).toMatchObject({ properties: { leadside_reason: '' } })
  })

  it('moves the lifecycle forward only, and lets it be cleared', async () => {
    const stage = async (value: string): Promise<unknown> =>
      at((await kit.call('PATCH', contact, { properties: { lifecyclestage: value } })).body, 'properties.lifecyclestage')
    expect(await stage('opportunity')).toBe('opportunity')
    expect(await stage('lead')).toBe('opportunity')
    expect(await stage('')).toBe('')
    expect(await stage('lead')).toBe('lead')
  })

  it('enforces an admin rule on writes of 2026-09 only', async () => {
    kit.hubspot.configure({ requiredProperties: { contacts: ['message'] } })
    const bound = await kit.call('PATCH', contact, { properties: { jobtitle: 'COO' } })
    expect(bound.status).toBe(400)
    expect(bound.body).toMatchObject({ errors: [{ context: { propertyName: ['message'] } }] })
    expect((await kit.call('PATCH', '/crm/objects/2026-03/contacts/70301', { properties: { jobtitle: 'COO' } })).status).toBe(200)
    expect((await kit.call('PATCH', contact, { properties: { jobtitle: 'COO', message: 'x' } })).status).toBe(200)
  })

  it('answers a create with 201, a Location and what HubSpot works out itself', async () => {
    const made = await kit.call('POST', `${objects}/notes`, {
      properties: { hs_timestamp: '2026-11-20T14:00:00Z', hs_note_body: '<p>Verdict: <b>Good</b></p>', hubspot_owner_id: '41629779' },
      associations: [
        { to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] },
        { to: { id: 55402 }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 855 }] },
      ],
    })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(at(made.body, 'url'))
    expect(made.body).toMatchObject({
      properties: { hs_body_preview: 'Verdict: Good', hs_object_source: 'INTEGRATION', hs_all_owner_ids: '41629779' },
    })
    const notes = await kit.get(`${objects}/leads/55402/associations/notes`)
    expect(listAt(notes.body, 'results')).toMatchObject([{ toObjectId: at(made.body, 'id'), associationTypes: [{ typeId: 854, label: null }] }])
  })

  it('upserts by e-mail and says which were new', async () => {
    const done = await kit.call('POST', `${objects}/contacts/batch/upsert`, {
      inputs: [
        { id: 'priya.raman@alderfinch.example', idProperty: 'email', properties: { jobtitle: 'VP' } },
        { id: 'new@example.com', idProperty: 'email', properties: {} },
      ],
    })
    expect(listAt(done.body, 'results').map((result) => at(result, 'new'))).toEqual([false, true])
  })

  it('fails single inputs of a batch only where each carries a trace id', async () => {
    const note = (more: object): object => ({ ...more, properties: { hs_timestamp: '2026-11-20T10:00:00Z' } })
    const bad = { properties: { hs_timestamp: '2026-11-20T10:00:00Z', nope: '1' } }
    const traced = await kit.call('POST', `${objects}/notes/batch/create`, {
      inputs: [note({ objectWriteTraceId: 'a' }), { ...bad, objectWriteTraceId: 'b' }],
    })
    expect(traced.status).toBe(207)
    expect(traced.body).toMatchObject({ numErrors: 1, errors: [{ context: { objectWriteTraceId: ['b'] } }] })
    expect((await kit.call('POST', `${objects}/notes/batch/create`, { inputs: [note({}), bad] })).status).toBe(400)
  })

  it('answers 207 for a batch read with ids nobody has', async () => {
    const read = await kit.call('POST', `${objects}/contacts/batch/read`, { inputs: [{ id: '70301' }, { id: '1' }], properties: ['email'] })
    expect(read.status).toBe(207)
    expect(read.body).toMatchObject({ numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['1'] } }] })
  })

  it('associates by default type and tells who has none', async () => {
    expect((await kit.call('PUT', `${objects}/contacts/70304/associations/default/deals/60209`)).status).toBe(200)
    const read = await kit.call('POST', '/crm/associations/2026-09/contacts/deals/batch/read', { inputs: [{ id: '70304' }, { id: '70319' }] })
    expect(read.status).toBe(207)
    expect(read.body).toMatchObject({
      results: [{ from: { id: '70304' }, to: [{ toObjectId: '60209', associationTypes: [{ typeId: 4 }] }] }],
      errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }],
    })
    expect(listAt((await kit.get('/crm/associations/2026-09/contacts/companies/labels')).body, 'results')).toMatchObject([
      { typeId: 1, label: 'Primary' },
      { typeId: 279, label: null },
    ])
  })

  it('notes every write for tests, and forgets all at reset', async () => {
    await kit.call('PATCH', contact, { properties: { jobtitle: 'COO' } })
    expect(kit.hubspot.portal(24_680_135).journal).toMatchObject([
      { action: 'update', objectType: 'contacts', id: '70301', detail: { jobtitle: 'COO' }, by: 'INTEGRATION' },
    ])
    kit.hubspot.reset()
    expect(kit.hubspot.portal(24_680_135).journal).toEqual([])
    expect((await kit.get(`${contact}?properties=jobtitle`)).body).toMatchObject({ properties: { jobtitle: 'Director of Supply Chain' } })
  })
})

describe('rates', () => {
  const bursts = async (count: number, path: string, token?: string): Promise<number[]> => {
    const answers = await Promise.all(
      Array.from({ length: count }, () => (path.endsWith('/search') ? kit.call('POST', path, {}, token) : kit.get(path, token))),
    )
    return answers.map(({ status }) => status)
  }

  it('counts ten-secondly per app and says what is left', async () => {
    const first = await kit.get(contact)
    expect(first.headers.get('x-hubspot-ratelimit-max')).toBe('190')
    expect(first.headers.get('x-hubspot-ratelimit-remaining')).toBe('189')
    expect((await bursts(190, contact)).filter((status) => status === 429)).toHaveLength(1)
    expect((await kit.get(contact, staticTokens.serviceKey)).status).toBe(200)
    kit.wait(10_001)
    expect((await kit.get(contact)).status).toBe(200)
  })

  it('allows five searches a second and sends no rate headers with them', async () => {
    expect((await bursts(6, `${objects}/contacts/search`)).filter((status) => status === 429)).toHaveLength(1)
    kit.wait(1001)
    const search = await kit.call('POST', `${objects}/contacts/search`, {})
    expect([search.status, search.headers.get('x-hubspot-ratelimit-max')]).toEqual([200, null])
  })

  it('stops at the daily limit until midnight of the account', async () => {
    kit.hubspot.configure({ limits: { daily: 2 } })
    expect(await bursts(3, contact)).toEqual([200, 200, 429])
    expect((await kit.get(contact)).body).toMatchObject({ policyName: 'DAILY' })
    // 15:00 UTC is 10:00 in New York: fourteen hours to midnight.
    kit.wait(14 * 3_600_000)
    expect((await kit.get(contact)).status).toBe(200)
  })

  it('limits Starter to 100', async () => {
    expect((await kit.get(contact, staticTokens.euPrivateApp)).headers.get('x-hubspot-ratelimit-max')).toBe('100')
  })
})
