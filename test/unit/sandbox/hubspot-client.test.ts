import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from '@hubspot/api-client'
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts/models/Filter.js'
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/notes/models/AssociationSpec.js'
import { PropertyCreateFieldTypeEnum, PropertyCreateTypeEnum } from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { staticTokens } from '../../sandbox/hubspot/index.ts'
import { createKit, type HubspotKit } from './hubspot-kit.ts'

// The vendor's own client, unmodified: only its base path points at this machine.
describe('@hubspot/api-client against the sandbox', () => {
  let kit: HubspotKit
  let server: Server
  let client: Client

  beforeAll(async () => {
    server = createServer(
      getRequestListener((request) => {
        const url = new URL(request.url)
        return kit.hubspot.fetch(new Request(`https://api.hubapi.com${url.pathname}${url.search}`, request))
      }),
    )
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    client = new Client({ accessToken: staticTokens.privateApp, basePath: `http://127.0.0.1:${port}` })
  })
  beforeEach(() => {
    kit = createKit()
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  it('reads a contact with history and associations', async () => {
    const contact = await client.crm.contacts.basicApi.getById('70301', ['email', 'firstname'], ['lifecyclestage'], ['notes', 'companies'])
    expect(contact.properties['email']).toBe('priya.raman@alderfinch.example')
    expect(contact.createdAt).toBeInstanceOf(Date)
    expect(contact.propertiesWithHistory?.['lifecyclestage']?.map(({ value }) => value)).toEqual([
      'salesqualifiedlead',
      'marketingqualifiedlead',
      'lead',
    ])
    expect(contact.associations?.['companies']?.results[0]?.id).toBe('80101')
    expect(contact.associations?.['notes']?.results).toHaveLength(1)
  })

  it('creates, updates and finds a contact', async () => {
    const made = await client.crm.contacts.basicApi.create({ properties: { email: 'New.Person@example.com', firstname: 'New' }, associations: [] })
    await client.crm.contacts.basicApi.update(made.id, { properties: { jobtitle: 'Planner' } })
    kit.wait(6000)
    const found = await client.crm.contacts.searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'email', operator: FilterOperatorEnum.Eq, value: 'new.person@example.com' }] }],
      properties: ['jobtitle'],
      limit: 10,
      after: '0',
      sorts: [],
    })
    expect(found.total).toBe(1)
    expect(found.results[0]?.properties['jobtitle']).toBe('Planner')
  })

  it('reads a batch and tells what is missing', async () => {
    const some = await client.crm.contacts.batchApi.read({
      properties: ['lastname'],
      propertiesWithHistory: [],
      inputs: [{ id: '70301' }, { id: '70302' }, { id: '99' }],
    })
    expect(some.results.map(({ properties }) => properties['lastname'])).toEqual(['Raman', 'Feld'])
    expect(some).toMatchObject({ numErrors: 1 })
  })

  it('writes a note on a contact', async () => {
    const made = await client.crm.objects.notes.basicApi.create({
      properties: { hs_timestamp: String(kit.now()), hs_note_body: 'From the client' },
      associations: [
        { to: { id: '70301' }, types: [{ associationCategory: AssociationSpecAssociationCategoryEnum.HubspotDefined, associationTypeId: 202 }] },
      ],
    })
    const notes = await client.crm.associations.v4.basicApi.getPage('contacts', '70301', 'notes')
    expect(notes.results.map(({ toObjectId }) => String(toObjectId))).toContain(made.id)
  })

  it('reads and writes associations', async () => {
    const read = await client.crm.associations.v4.batchApi.getPage('leads', 'contacts', { inputs: [{ id: '55402' }] })
    expect(read.results[0]?.to[0]?.associationTypes.map(({ typeId }) => typeId)).toEqual([578, 608])
    await client.crm.associations.v4.basicApi.createDefault('contacts', '70305', 'deals', '60209')
    const deals = await client.crm.associations.v4.basicApi.getPage('contacts', '70305', 'deals')
    expect(deals.results).toHaveLength(1)
  })

  it('lists owners', async () => {
    const one = await client.crm.owners.ownersApi.getPage('robin.hale@quayside.example')
    expect(one.results[0]).toMatchObject({ id: '41629779', userId: 5_550_123, firstName: 'Robin' })
    expect((await client.crm.owners.ownersApi.getPage()).results).toHaveLength(4)
  })

  it('reads and creates properties', async () => {
    await client.crm.properties.groupsApi.create('contacts', { name: 'leadside', label: 'Leadside', displayOrder: -1 })
    const made = await client.crm.properties.batchApi.create('contacts', {
      inputs: [
        {
          name: 'leadside_verdict',
          label: 'Verdict',
          groupName: 'leadside',
          type: PropertyCreateTypeEnum.Enumeration,
          fieldType: PropertyCreateFieldTypeEnum.Radio,
          options: [{ label: 'Good', value: 'good', displayOrder: 0, hidden: false }],
        },
      ],
    })
    expect(made.results[0]?.name).toBe('leadside_verdict')
    expect((await client.crm.properties.coreApi.getByName('contacts', 'leadside_verdict')).options[0]?.value).toBe('good')
    await client.crm.contacts.basicApi.update('70301', { properties: { leadside_verdict: 'good' } })
    expect((await client.crm.contacts.basicApi.getById('70301', ['leadside_verdict'])).properties['leadside_verdict']).toBe('good')
  })

  it('fails with the error the client knows', async () => {
    await expect(client.crm.contacts.basicApi.getById('999')).rejects.toMatchObject({ code: 404 })
    await expect(client.crm.contacts.basicApi.update('70301', { properties: { nope: '1' } })).rejects.toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] },
    })
  })

  it('reads events, forms and content', async () => {
    const events = await client.events.eventsApi.getPage('contact', undefined, undefined, undefined, 5, undefined, undefined, undefined, 70301)
    expect(events.results).toHaveLength(5)
    expect((await client.marketing.forms.formsApi.getPage()).results.map(({ name }) => name)).toContain('Demo request')
    expect((await client.cms.blogs.blogPosts.basicApi.getPage()).total).toBeGreaterThan(0)
  })
})
