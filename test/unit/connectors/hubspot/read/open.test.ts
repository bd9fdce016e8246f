import { describe, expect, it } from 'vitest'
import type { SourceReport } from '@/lib/domain/source-report'
import { staticTokens } from '../../../../sandbox/hubspot/index.ts'
import { apiHost, contactRef, euOrg, type Harness, harness, leadRef } from '../sandbox-harness'

async function ready(options: Parameters<typeof harness>[0] = {}): Promise<Harness> {
  const h = harness(options)
  await h.ready()
  return h
}
const report = (sources: SourceReport[], name: string) => sources.find((source) => source.name === name)
const scopesWithout = (h: Harness, ...taken: string[]) =>
  h.hubspot.configure({ scopes: { [staticTokens.privateApp]: (h.hubspot.tokens.get(staticTokens.privateApp)?.scopes ?? []).filter((scope) => !taken.includes(scope)) } })

describe('opening a contact', () => {
  it('reads the contact first, then everything optional, in six calls', async () => {
    const h = await ready()
    await h.connector.open(contactRef('70301'))
    h.sandbox.log.clear()
    await h.connector.open(contactRef('70301'))
    expect(h.paths()[0]).toBe('GET /crm/objects/2026-09/contacts/70301')
    expect(h.paths().slice(1).sort()).toEqual([
      'GET /email/public/v1/events',
      'GET /events/event-occurrences/2026-09',
      'GET /marketing/marketing-events/2026-09/participations/contacts/70301/breakdown',
      'POST /crm/objects/2026-09/emails/batch/read',
      'POST /crm/objects/2026-09/notes/batch/read',
    ])
  })

  it('takes a seventh call on a lead page, and knows both pages as one person', async () => {
    const h = await ready()
    await h.connector.open(leadRef('55402'))
    h.sandbox.log.clear()
    const { person } = await h.connector.open(leadRef('55402'))
    expect(h.paths()[0]).toBe('POST /crm/associations/2026-09/leads/contacts/batch/read')
    expect(h.paths()).toHaveLength(7)
    expect(person).toMatchObject({ ref: leadRef('55402'), name: 'Priya Raman', same: [contactRef('70301'), leadRef('55402')] })
    expect((await h.connector.open(contactRef('70301'))).person.same).toEqual([contactRef('70301'), leadRef('55402')])
  })

  it('describes the person as HubSpot does', async () => {
    const { person, actingAs } = await (await ready()).connector.open(contactRef('70301'))
    expect(person).toMatchObject({
      firstName: 'Priya', lastName: 'Raman', title: 'Director of Supply Chain', company: 'Alder & Finch Foods', email: 'priya.raman@alderfinch.example', ownerId: '41629779', ownerName: 'Robin Hale',
      status: 'IN_PROGRESS', lifecycle: 'salesqualifiedlead', source: 'Organic search', industry: 'FOOD_PRODUCTION', country: 'United States', optedOut: false, score: { value: 86, system: 'hubspot' },
    })
    expect(actingAs).toMatchObject({ name: 'Robin Hale', verified: false })
  })

  it('sees who opted out of email', async () => {
    expect((await (await ready()).connector.open(contactRef('70318'))).person.optedOut).toBe(true)
  })

  it('brings touches of every kind home, one for each act', async () => {
    const { touches } = await (await ready()).connector.open(contactRef('70301'))
    expect(new Set(touches.map(({ kind }) => kind))).toEqual(new Set(['page-view', 'form', 'email-sent', 'email-open', 'email-click', 'webinar-attended']))
    const forms = touches.filter(({ kind }) => kind === 'form')
    expect(forms.map(({ title }) => title).sort()).toEqual([
      'Forecasting promotions without burning the shelf', 'Fresh food: planning with a best-before date', 'Return on planning: the business case calculator',
    ])
    expect(touches.filter(({ title }) => title === '')).toEqual([])
  })

  it('knows what a mail gateway clicked', async () => {
    const { touches } = await (await ready()).connector.open(contactRef('70308'))
    const clicks = touches.filter(({ kind }) => kind === 'email-click')
    expect(clicks.length).toBeGreaterThan(0)
    expect(clicks.filter(({ signals }) => signals.bot === undefined && signals.filtered === undefined && signals.deliveredAt === undefined)).toEqual([])
  })

  it('finds the mails HubSpot logged with the links they carried', async () => {
    const { mails } = await (await ready()).connector.open(contactRef('70301'))
    expect(mails).toEqual([expect.objectContaining({ subject: 'Verdea and fresh food planning', links: ['https://www.quayside.example/customers/verdea'] })])
  })

  it('reads events in whatever order HubSpot has where it refuses to sort them', async () => {
    const h = await ready()
    const body = JSON.stringify({ status: 'error', message: 'Invalid sort', category: 'VALIDATION_ERROR' })
    h.sandbox.faults.add({ effect: { kind: 'respond', status: 400, body, headers: { 'content-type': 'application/json' } }, path: '/events/*sort=*' })
    expect(report((await h.connector.open(contactRef('70301'))).sources, 'hs-events')).toMatchObject({ state: 'found' })
  })

  it('survives five thousand events', async () => {
    const { touches, sources } = await (await ready()).connector.open(contactRef('70320'))
    expect(report(sources, 'hs-events')).toMatchObject({ state: 'found', count: 100 })
    expect(touches.length).toBeGreaterThan(100)
  })

  it('asks for names of forms and owners once a day', async () => {
    const h = await ready()
    await h.connector.open(contactRef('70301'))
    await h.revived().open(contactRef('70302'))
    expect(h.sandbox.log.count({ host: apiHost, path: '/marketing/v3/forms' })).toBe(1)
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/owners/*' })).toBe(1)
    h.pass(86_400_001)
    await h.revived().open(contactRef('70302'))
    expect(h.sandbox.log.count({ host: apiHost, path: '/marketing/v3/forms' })).toBe(2)
  })
})

describe('a source HubSpot does not give', () => {
  it.each([
    ['hs-email-events', 'content'],
    ['hs-webinars', 'crm.objects.marketing_events.read'],
    ['hs-emails', 'sales-email-read'],
    ['hs-form-names', 'forms'],
    ['hs-owner-names', 'crm.objects.owners.read'],
  ])('F23 %s names the scope it lacks, and the rest works', async (name, scope) => {
    const h = await ready()
    scopesWithout(h, scope)
    const { sources, person, touches } = await h.connector.open(contactRef('70301'))
    expect(report(sources, name)).toEqual({ name, state: 'missing', count: 0, need: scope, who: 'admin' })
    expect(person.name).toBe('Priya Raman')
    expect(touches.length).toBeGreaterThan(0)
    expect(sources.filter(({ state }) => state === 'failed')).toEqual([])
  })

  it('F23 is not asked for again at every record, until a test of the connection', async () => {
    const h = await ready()
    scopesWithout(h, 'content')
    await h.connector.open(contactRef('70301'))
    expect(report((await h.revived().open(contactRef('70302'))).sources, 'hs-email-events')).toMatchObject({ state: 'missing', need: 'content' })
    expect(h.sandbox.log.count({ host: apiHost, path: '/email/*' })).toBe(1)
    h.hubspot.configure({ scopes: {} })
    await h.connector.report(contactRef('70301').org)
    expect(report((await h.connector.open(contactRef('70302'))).sources, 'hs-email-events')?.state).toBe('found')
  })

  it.each([['forbidden', { state: 'missing', need: 'Enterprise', who: 'vendor' }], ['empty', { state: 'empty' }]] as const)(
    'names the edition it takes where HubSpot answers %s', async (answer, expected) => {
      const h = await ready({ portal: euOrg, token: staticTokens.euPrivateApp })
      h.hubspot.configure({ eventsBelowEnterprise: answer })
      expect(report((await h.connector.open(contactRef('70301', euOrg))).sources, 'hs-events')).toMatchObject(expected)
    })

  it('leaves visits and forms in every edition', async () => {
    const h = await ready({ portal: euOrg, token: staticTokens.euPrivateApp })
    const { touches, sources } = await h.connector.open(contactRef('70301', euOrg))
    expect(new Set(touches.map(({ kind }) => kind))).toEqual(new Set(['page-view', 'form']))
    expect(report(sources, 'hs-web')?.state).toBe('found')
    expect(touches.filter(({ title }) => title === '')).toEqual([])
  })

  it('names the set-up where it was not run', async () => {
    const { sources } = await (await ready({ setUp: false })).connector.open(contactRef('70301'))
    expect(report(sources, 'hs-verdicts')).toEqual({ name: 'hs-verdicts', state: 'missing', count: 0, need: 'leadside_*', who: 'admin' })
  })

  it.each([
    ['F26 fails', { kind: 'server-error' }, 'unavailable'],
    ['F27 answers nonsense', { kind: 'wrong-type' }, 'bad-reply'],
    ['F18 loses its connection', { kind: 'reset-before' }, 'offline'],
    ['F24 is limited', { kind: 'rate-limited', retryAfter: { seconds: 60 } }, 'rate-limited'],
  ] as const)('that %s costs only itself', async (_name, effect, kind) => {
    const h = await ready()
    h.sandbox.faults.add({ effect, host: apiHost, path: '/events/*' })
    const { sources, touches } = await h.connector.open(contactRef('70301'))
    expect(report(sources, 'hs-events')).toMatchObject({ state: 'failed', error: { kind } })
    expect(touches.some(({ kind: touch }) => touch === 'form')).toBe(true)
  })

  it('that failed is asked for again at the next record', async () => {
    const h = await ready()
    h.sandbox.faults.add({ effect: { kind: 'server-error' }, host: apiHost, path: '/events/*' })
    await h.connector.open(contactRef('70301'))
    h.sandbox.faults.clear()
    expect(report((await h.connector.open(contactRef('70301'))).sources, 'hs-events')?.state).toBe('found')
  })

  it('says what is missing where a person has no address to look under', async () => {
    const h = await ready()
    const contact = h.portal.records.find('0-1', '70301')
    if (contact) h.portal.records.set(contact, 'email', '', h.now(), { sourceType: 'CRM_UI' })
    expect(report((await h.connector.open(contactRef('70301'))).sources, 'hs-email-events')).toEqual({ name: 'hs-email-events', state: 'missing', count: 0, need: 'email', who: 'you' })
  })
})

describe('associations a token may not see', () => {
  const refused = (scope: string) => ({
    kind: 'respond', status: 403, headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status: 'error', category: 'MISSING_SCOPES', message: 'm', context: { requiredGranularScopes: [scope] } }),
  } as const)

  it.each([
    ['crm.objects.leads.read', '*associations=notes%2Cemails', []],
    ['crm.objects.emails.read', '*associations=notes%2Cleads', ['hs-emails']],
    ['crm.objects.anything.read', '*', ['hs-emails', 'hs-notes']],
  ])('cost their own kind where HubSpot names %s', async (scope, retried, lost) => {
    const h = await ready()
    h.sandbox.faults.add({ effect: refused(scope), host: apiHost, path: '*associations=notes%2Cemails%2Cleads*' })
    const { sources, person } = await h.connector.open(contactRef('70301'))
    expect(person.name).toBe('Priya Raman')
    expect(sources.filter(({ need }) => need === scope).map(({ name }) => name).sort()).toEqual(lost)
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/objects/2026-09/contacts/70301' })).toBe(2)
    const [, again] = h.sandbox.log.find({ host: apiHost, path: '/crm/objects/2026-09/contacts/70301' })
    expect(again?.search.includes(retried.slice(1))).toBe(true)
    await h.revived().open(contactRef('70301'))
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/objects/2026-09/contacts/70301' })).toBe(3)
  })

  it('are no way around a contact the token may not read', async () => {
    const h = await ready()
    scopesWithout(h, 'crm.objects.contacts.read')
    await expect(h.connector.open(contactRef('70301'))).rejects.toMatchObject({ kind: 'forbidden', detail: 'crm.objects.contacts.read' })
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/objects/2026-09/contacts/70301' })).toBe(1)
  })
})

describe('what cannot be opened', () => {
  it('is a lead without a contact', async () => {
    const h = await ready()
    const lead = h.portal.records.create('0-136', h.now())
    await expect(h.connector.open(leadRef(lead.id))).rejects.toMatchObject({ kind: 'not-found', detail: 'contact' })
  })

  it('is a lead where leads are switched off', async () => {
    const h = await ready()
    h.hubspot.configure({ leads: false })
    await expect(h.connector.open(leadRef('55402'))).rejects.toMatchObject({ kind: 'forbidden', detail: 'crm.objects.leads.read' })
  })

  it.each([['an account', { ...contactRef('70301'), kind: 'account' as const }, 'not-found'], ['a record of another CRM', { ...contactRef('70301'), crm: 'salesforce' as const }, 'wrong-org']])('is %s', async (_name, ref, kind) => {
    await expect((await ready()).connector.open(ref)).rejects.toMatchObject({ kind })
  })

  it('F25 is anybody once the day is used up, until midnight in the portal', async () => {
    const h = await ready()
    await h.connector.open(contactRef('70301'))
    h.hubspot.configure({ limits: { daily: 1 } })
    await expect(h.connector.open(contactRef('70302'))).rejects.toMatchObject({ kind: 'quota', retryAt: Date.UTC(2026, 8, 17, 4) })
  })
})
