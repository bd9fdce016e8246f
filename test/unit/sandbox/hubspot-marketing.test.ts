import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { assetKeys, contentUrl } from '../../sandbox/hubspot/data/content.ts'
import { createHubspotSandbox, naPortalId, staticTokens } from '../../sandbox/hubspot/index.ts'
import { at, createKit, listAt, start, type HubspotKit } from './hubspot-kit.ts'

const events = '/events/event-occurrences/2026-09'
const mailOf = (who: string): string => `/email/public/v1/events?recipient=${who}&limit=1000`

let kit: HubspotKit
beforeEach(() => {
  kit = createKit()
})

describe('events', () => {
  it('gives them newest first, with the keys a page view has', async () => {
    const read = await kit.get(`${events}?objectType=contact&objectId=70301&limit=100`)
    const times = listAt(read.body, 'results').map((event) => Date.parse(String(at(event, 'occurredAt'))))
    expect(times).toEqual([...times].sort((one, other) => other - one))
    expect(at(read.body, 'results.0')).toMatchObject({ objectType: 'CONTACT', objectId: '70301', eventType: 'e_visited_page', properties: { hs_url_domain: 'www.quayside.example', hs_is_contact: 'true' } })
  })

  it('filters by type and time, and sorts the other way', async () => {
    const read = await kit.get(`${events}?objectType=0-1&objectId=70301&eventType=e_submitted_form&occurredAfter=2026-10-01T00:00:00Z&sort=occurredAt`)
    expect(listAt(read.body, 'results').map((event) => at(event, 'properties.hs_form_id'))).toEqual(['5b1f6c20-7d0e-4b53-9f0a-10c0ffee0003', '5b1f6c20-7d0e-4b53-9f0a-10c0ffee0002'])
  })

  it('makes three events of one form fill', async () => {
    const read = await kit.get(`${events}?objectType=contact&objectId=70305&limit=100`)
    const atFill = listAt(read.body, 'results').filter((event) => String(at(event, 'eventType')) !== 'e_visited_page')
    expect(new Set(atFill.map((event) => at(event, 'eventType')))).toEqual(new Set(['e_submitted_form', 'e_form_submission_v2', 'e_form_submission_metadata_v2']))
    expect(new Set(atFill.map((event) => at(event, 'occurredAt'))).size).toBe(1)
  })

  it('pages through a contact with 5,000 events', async () => {
    kit.hubspot.configure({ limits: { tenSecondly: 1000 } })
    let count = 0
    const ids = new Set<unknown>()
    for (let path: string | undefined = `${events}?objectType=contact&objectId=70320&limit=100`; path !== undefined; ) {
      const read = await kit.get(path)
      for (const event of listAt(read.body, 'results')) ids.add(at(event, 'id'))
      count += listAt(read.body, 'results').length
      const link = at(read.body, 'paging.next.link')
      path = typeof link === 'string' ? link.replace('https://api.hubapi.com', '') : undefined
    }
    expect([count, ids.size]).toEqual([5000, 5000])
  })

  it.each([
    ['no object', ''],
    ['an object without its type', '?objectId=70301'],
    ['a page over 100', '?objectType=contact&objectId=70301&limit=101'],
    ['a day for a moment', '?objectType=contact&objectId=70301&occurredAfter=2026-10-01'],
    ['a sort nobody knows', '?objectType=contact&objectId=70301&sort=-eventType'],
    ['a cursor of nobody', '?objectType=contact&objectId=70301&after=x'],
  ])('refuses %s', async (_, query) => {
    expect((await kit.get(events + query)).status).toBe(400)
  })

  it('answers nothing at all below Enterprise where the switch says so', async () => {
    kit.hubspot.configure({ eventsBelowEnterprise: 'empty', tiers: { [naPortalId]: 'professional' } })
    expect((await kit.get(`${events}?objectType=contact&objectId=70301`)).body).toEqual({ results: [] })
    expect(listAt((await kit.get(`${events}/event-types`)).body, 'eventTypes')).toContain('e_visited_page')
  })
})

describe('marketing mail', () => {
  it('shows a gateway that clicks every link within seconds of delivery', async () => {
    const { body } = await kit.get(mailOf('nadia.petrov@coastlinemedical.example'))
    const byMail = Map.groupBy(listAt(body, 'events'), (event) => at(event, 'emailCampaignId'))
    expect(byMail.size).toBe(6)
    for (const mail of byMail.values()) {
      const created = (type: string): number[] => mail.filter((event) => at(event, 'type') === type).map((event) => Number(at(event, 'created')))
      const [delivered = 0] = created('DELIVERED')
      const clicks = created('CLICK')
      expect(clicks.length).toBeGreaterThanOrEqual(2)
      expect(Math.max(...clicks) - delivered).toBeLessThan(10_000)
    }
  })

  it('shows a sweep of all links within ten seconds, hours later', async () => {
    const { body } = await kit.get(`${mailOf('ben.castellano@granitepeak.example')}&eventType=CLICK`)
    const times = listAt(body, 'events').map((event) => Number(at(event, 'created')))
    expect(times).toHaveLength(4)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(10_000)
  })

  it('leaves out what HubSpot filtered itself when asked', async () => {
    const all = await kit.get(mailOf('victor.almeida@draperpumps.example'))
    const some = await kit.get(`${mailOf('victor.almeida@draperpumps.example')}&excludeFilteredEvents=true`)
    expect(listAt(all.body, 'events').length - listAt(some.body, 'events').length).toBe(1)
  })

  it('pages by offset and names the campaign', async () => {
    const first = await kit.get('/email/public/v1/events?recipient=priya.raman@alderfinch.example')
    expect(listAt(first.body, 'events')).toHaveLength(10)
    expect(at(first.body, 'hasMore')).toBe(true)
    const next = await kit.get(`/email/public/v1/events?recipient=priya.raman@alderfinch.example&offset=${String(at(first.body, 'offset'))}`)
    expect(at(next.body, 'events.0.created')).toBeLessThan(Number(at(first.body, 'events.9.created')))
    const campaign = await kit.get(`/email/public/v1/campaigns/${String(at(first.body, 'events.0.emailCampaignId'))}`)
    expect(campaign.body).toMatchObject({ name: 'Inventory health checklist', subject: '25 questions for Monday morning' })
  })
})

describe('the rest of the marketing hub', () => {
  it('resolves the form ids of the contact property', async () => {
    const contact = await kit.get('/crm/objects/2026-09/contacts/70301?properties=hs_calculated_form_submissions,num_conversion_events')
    const entries = String(at(contact.body, 'properties.hs_calculated_form_submissions')).split(';')
    const forms = listAt((await kit.get('/marketing/v3/forms?limit=100&formTypes=hubspot')).body, 'results')
    expect(entries).toHaveLength(Number(at(contact.body, 'properties.num_conversion_events')))
    for (const entry of entries) {
      const [id, , moment] = entry.split(':')
      expect(forms.map((form) => at(form, 'id'))).toContain(id)
      expect(Number(moment)).toBeLessThan(start)
    }
    const submissions = await kit.get(`/form-integrations/v1/submissions/forms/${entries[0]?.split(':')[0]}?limit=50`)
    expect(listAt(submissions.body, 'results').length).toBeGreaterThan(5)
  })

  it('tells who came to which webinar, by id and by e-mail', async () => {
    const path = '/marketing/marketing-events/2026-09/participations/contacts'
    const one = await kit.get(`${path}/70301/breakdown`)
    expect(one.body).toMatchObject({ total: 1, results: [{ properties: { attendanceState: 'ATTENDED', attendanceDurationSeconds: 2580 } }] })
    expect((await kit.get(`${path}/priya.raman%40alderfinch.example/breakdown?state=ATTENDED`)).body).toEqual(one.body)
    expect((await kit.get(`${path}/70310/breakdown?state=NO_SHOW`)).body).toMatchObject({ total: 1 })
  })

  it.each([
    ['/crm/lists/2026-09/records/0-1/70323/memberships', 'results.0.listId', '5102'],
    ['/cms/blogs/2026-09/posts?state=PUBLISHED&sort=-updatedAt&limit=100&property=name,url', 'results.0.url', 'https://www.quayside.example/blog/hiring-planners'],
    ['/cms/v3/blogs/tags', 'results.0.name', 'Forecasting'],
    ['/cms/pages/2026-03/landing-pages?name__icontains=buyer', 'total', 1],
    ['/files/2026-09/files/search?extension=pdf&name=price', 'results.0.access', 'PRIVATE'],
    ['/marketing/emails/2026-09', 'results.0.name', 'November newsletter'],
    ['/marketing/campaigns/2026-09?properties=hs_name', 'results.0.properties.hs_name', 'Forecast accuracy, autumn'],
    ['/marketing/campaigns/2026-09/9d3c5a10-2f4e-4f6b-8a11-ca3ba1600001/assets/MARKETING_EMAIL', 'results.0.id', '370600000101'],
  ])('answers %s', async (path, where, expected) => {
    const read = await kit.get(path)
    expect(read.status).toBe(200)
    expect(at(read.body, where)).toBe(expected)
  })
})

describe('sample data', () => {
  it('names only addresses that the sample library has', () => {
    const file: unknown = JSON.parse(readFileSync(new URL('../../../public/samples/assets.json', import.meta.url), 'utf8'))
    const known = new Set((Array.isArray(file) ? file : listAt(file, 'assets')).map((asset) => at(asset, 'url')))
    expect(assetKeys.map(contentUrl).filter((url) => !known.has(url))).toEqual([])
  })

  it('is the same for the same moment, and lies before it', () => {
    const snapshotOf = (): string => {
      const { portals } = createHubspotSandbox({ clock: () => start })
      return JSON.stringify([...portals.values()].map(({ records, marketing }) => [records.all('0-1').map((record) => [...record.history]), marketing.emailEvents, marketing.submissions]))
    }
    expect(snapshotOf()).toBe(snapshotOf())
    const { records, marketing } = kit.hubspot.portal(naPortalId)
    for (const contact of records.all('0-1')) {
      for (const entries of contact.history.values()) for (const { timestamp } of entries) expect(timestamp).toBeLessThanOrEqual(start)
    }
    for (const occurrence of [...marketing.occurrences.values()].flat()) expect(occurrence.at).toBeLessThanOrEqual(start)
    for (const { created } of marketing.emailEvents) expect(created).toBeLessThanOrEqual(start)
  })

  it('has the people its users need', async () => {
    const read = async (id: string, properties: string): Promise<unknown> => at((await kit.get(`/crm/objects/2026-09/contacts/${id}?properties=${properties}&associations=notes,emails,deals`)).body, 'properties')
    expect(await read('70318', 'hs_email_optout')).toMatchObject({ hs_email_optout: 'true' })
    expect(await read('70319', 'hs_analytics_num_page_views,num_conversion_events,hs_email_delivered')).toMatchObject({ hs_analytics_num_page_views: null, num_conversion_events: null, hs_email_delivered: null })
    expect(kit.hubspot.portal(naPortalId).records.all('0-136')).toHaveLength(13)
    const deals = await kit.call('POST', '/crm/objects/2026-09/deals/search', { filterGroups: [{ filters: [{ propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' }] }] })
    expect(at(deals.body, 'total')).toBe(4)
  })

  it('starts without the properties the product creates, except by switch', async () => {
    const path = '/crm/properties/2026-09/contacts/leadside_event'
    expect((await kit.get(path)).status).toBe(404)
    kit.hubspot.configure({ leadsideProperties: true })
    expect((await kit.get(path, staticTokens.euPrivateApp)).body).toMatchObject({ groupName: 'leadside', fieldType: 'textarea' })
    kit.hubspot.configure({ leadsideProperties: false })
    expect((await kit.get(path)).status).toBe(404)
  })
})
