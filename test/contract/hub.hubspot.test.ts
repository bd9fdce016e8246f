import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectToken } from '@/hub/hubspot/token'
import { staticTokens } from '../sandbox/hubspot/index.ts'
import { engines, type Member } from './hub/harness'
import { createHubspotHub, portal, robinEmail, type HubspotHub } from './hub/hubspot'
import { verdict } from './hub/examples'

const contact = '/crm/objects/2026-09/contacts/70301'
const robin = { id: '41629779', name: 'Robin Hale' }

describe.each(engines)('HubSpot through the hub on %s', (engine) => {
  let h: HubspotHub
  let rep: Member
  let stranger: Member
  beforeAll(async () => {
    h = await createHubspotHub(engine)
    ;[rep, stranger] = [await h.rep(robinEmail), await h.rep()]
  }, 120_000)
  afterAll(() => h.hub.close())
  // Time without calls: each test has the whole budget.
  beforeEach(() => h.pass(20_000))

  const state = async (as: Member) => (await h.hub.call('GET', '/v1/hubspot', { as })).body
  const read = (as = rep, query = 'properties=email,firstname') => h.ask(as, 'GET', `${contact}?${query}`)
  const callsTo = (path: string) => h.sandbox.log.count({ host: 'api.hubapi.com', path })

  describe('connecting', () => {
    it('says that nobody did, and passes nothing on', async () => {
      expect(await state(rep)).toEqual({ state: 'none', oauth: true })
      expect((await read()).body).toMatchObject({ kind: 'not-set-up', detail: 'hubspot' })
      expect((await h.hub.call('GET', '/v1/hub')).body).toMatchObject({ hubspot: false })
    })

    it('takes an answer with its state once, within ten minutes, and no other', async () => {
      const back = async (url: string) => (await h.hub.call('GET', url.replace('https://hub.example', ''))).status
      const [old, forged] = [await h.agree(await h.begin()), await h.agree(await h.begin())]
      h.pass(601_000)
      expect([await back(old), await back(forged.replace(/state=[^&]*/, 'state=guess'))]).toEqual([400, 400])
      const refused = await h.begin()
      expect(await back(`/hubspot/callback?error=access_denied&state=${new URL(refused).searchParams.get('state')}`)).toBe(400)
      const good = await h.agree(await h.begin())
      expect([await back(good), await back(good)]).toEqual([200, 400])
    })

    it('names the portal, and the owner whose address the member has', async () => {
      expect(await state(rep)).toMatchObject({ state: 'connected', mode: 'oauth', portal, you: { ...robin, email: robinEmail, verified: true } })
      expect(await state(stranger)).not.toHaveProperty('you')
      expect((await h.hub.call('GET', '/v1/hub')).body).toMatchObject({ hubspot: true })
    })

    it('stays with its portal', async () => {
      expect((await h.useKey(staticTokens.euPrivateApp)).body).toMatchObject({ kind: 'wrong-org', detail: portal })
      expect((await h.ask(rep, 'GET', `${contact}?properties=email`, undefined, { 'leadside-portal': '1' })).body).toMatchObject({ kind: 'wrong-org' })
      expect((await h.hub.call('GET', `/v1/hubspot${contact}?properties=email`, { as: rep })).status).toBe(400)
    })

    it('keeps tokens sealed, in the database and in the answers', async () => {
      const token = await expectToken(h.hub.deps)
      const { rows } = await sql`select * from hubspot`.execute(h.hub.deps.db)
      const text = JSON.stringify([rows, await state(h.owner), h.hub.lines])
      expect(token).toMatch(/^CSANDBOX/)
      expect(text).not.toContain(token)
      expect(text).not.toContain(JSON.stringify(rows).match(/na1-4ef4/)?.[0] ?? 'na1-4ef4')
      expect(rows).toMatchObject([{ access: expect.stringMatching(/^v1\./) as string, refresh: expect.stringMatching(/^v1\./) as string }])
    })
  })

  describe('passing on', () => {
    it('answers what HubSpot answers', async () => {
      expect((await read()).body).toMatchObject({ id: '70301', properties: { firstname: expect.any(String) as string } })
    })

    it.each([
      ['a property nobody needs', 'GET', `${contact}?properties=email,salary,iban`, undefined],
      ['an unknown parameter', 'GET', `${contact}?properties=email&archived=true`, undefined],
      ['another object', 'GET', '/crm/objects/2026-09/deals/1?properties=amount', undefined],
      ['a deletion', 'DELETE', contact, undefined],
      ['another property written', 'PATCH', contact, { properties: { email: 'x@example.com' } }],
      ['a search of one\'s own', 'POST', '/crm/objects/2026-09/contacts/search', { filterGroups: [], sorts: [], properties: ['email'], limit: 100, after: '0' }],
      ['a mail that is sent', 'POST', '/marketing/v3/transactional/single-email/send', {}],
      ['a note that is not Leadside\'s', 'POST', '/crm/objects/2026-09/notes', { properties: { hs_note_body: 'Call me' }, associations: [{ to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] }] }],
      ['a path that climbs', 'GET', '/crm/objects/2026-09/contacts/..%2f..%2fsettings?properties=email', undefined],
      ['an association elsewhere', 'POST', '/crm/objects/2026-09/notes', { properties: { hs_note_body: 'leadside:verdict:01a0a9a8-b100-709d-9be9-007184227bf2' }, associations: [{ to: { id: '1' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 190 }] }] }],
    ])('refuses %s without asking HubSpot', async (_, method, path, body) => {
      const before = h.sandbox.log.count({ host: 'api.hubapi.com' })
      const { status } = await h.ask(h.owner, method, path, body)
      expect([400, 404]).toContain(status)
      expect(h.sandbox.log.count({ host: 'api.hubapi.com' })).toBe(before)
    })

    it('shows a rep the verdicts of the open record only, a marketer all', async () => {
      const batch = { properties: ['leadside_verdict'], propertiesWithHistory: ['leadside_event'], inputs: [{ id: '70301' }] }
      expect((await h.ask(rep, 'POST', '/crm/objects/2026-09/contacts/batch/read', batch)).status).toBe(403)
      expect((await h.ask(h.owner, 'POST', '/crm/objects/2026-09/contacts/batch/read', batch)).status).toBe(200)
      expect((await read(rep, 'properties=leadside_verdict&propertiesWithHistory=leadside_event')).status).toBe(200)
    })

    it('asks for mails of nobody in particular only whether it may', async () => {
      expect((await h.ask(rep, 'GET', '/email/public/v1/events?limit=1')).body).toEqual({ hasMore: false, events: [] })
      const { body } = await h.ask(rep, 'GET', '/email/public/v1/events?recipient=dana.reyes%40northgate.example&limit=1000')
      expect(body).toHaveProperty('events')
    })

    it('reads owners, forms and definitions once for everybody', async () => {
      const paths = ['/crm/owners/2026-09?limit=100', '/marketing/v3/forms?limit=100&formTypes=hubspot&formTypes=flow', '/crm/properties/2026-09/contacts', '/account-info/2026-09/details']
      const before = h.sandbox.log.count({ host: 'api.hubapi.com' })
      for (const path of paths) expect((await h.ask(rep, 'GET', path)).body).toEqual((await h.ask(stranger, 'GET', path)).body)
      expect(h.sandbox.log.count({ host: 'api.hubapi.com' })).toBe(before + paths.length)
      h.pass(3_600_001)
      const owners = callsTo('/crm/owners/*')
      await h.ask(rep, 'GET', paths[0] ?? '')
      expect(callsTo('/crm/owners/*')).toBe(owners + 1)
    })

    it('tells refusals as kinds', async () => {
      expect((await h.ask(rep, 'GET', '/crm/objects/2026-09/contacts/999999?properties=email')).body).toMatchObject({ kind: 'not-found' })
      h.sandbox.hubspot.configure({ leadsideProperties: false })
      expect((await h.ask(rep, 'PATCH', contact, { properties: { leadside_verdict: 'good' } })).body).toMatchObject({ kind: 'not-set-up', detail: 'leadside_verdict' })
      h.sandbox.hubspot.configure({ leadsideProperties: true })
    })
  })

  describe('writing', () => {
    const note = (owner?: string) => ({
      properties: { hs_timestamp: new Date(h.hub.now()).toISOString(), hs_note_body: '<p>Good</p><p>leadside:verdict:01a0a9a8-b100-709d-9be9-007184227bf2</p>', ...(owner !== undefined && { hubspot_owner_id: owner }) },
      associations: [{ to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] }],
    })
    const written = () => h.sandbox.hubspot.portal(Number(portal)).records.all('0-46').at(-1)
    const event = (who: Record<string, unknown>) => JSON.stringify({ ...verdict(h.hub, 70_301), rep: { ...robin, verified: false, ...who } })

    it('signs what a member writes with the owner they are, and with no other', async () => {
      expect((await h.ask(rep, 'POST', '/crm/objects/2026-09/notes', note(robin.id))).status).toBe(200)
      expect(written()?.history.get('hubspot_owner_id')?.[0]?.value).toBe(robin.id)
      expect((await h.ask(rep, 'POST', '/crm/objects/2026-09/notes', note('1'))).body).toMatchObject({ kind: 'wrong-user' })
      expect((await h.ask(stranger, 'POST', '/crm/objects/2026-09/notes', note(robin.id))).status).toBe(200)
      expect(written()?.history.get('hubspot_owner_id')?.[0]?.value ?? '').toBe('')
    })

    it('lets nobody judge as somebody else', async () => {
      const patch = async (as: Member, who: Record<string, unknown>) => (await h.ask(as, 'PATCH', contact, { properties: { leadside_by: 'The boss', leadside_event: event(who) } })).body
      expect(await patch(rep, { id: '1' })).toMatchObject({ kind: 'wrong-user' })
      expect(await patch(stranger, { verified: true })).toMatchObject({ kind: 'wrong-user' })
      expect(await patch(rep, { verified: true })).toMatchObject({ id: '70301' })
      const record = h.sandbox.hubspot.portal(Number(portal)).records.find('0-1', '70301')
      expect(record?.history.get('leadside_by')?.[0]?.value).toBe('Robin Hale')
      expect(await patch(stranger, { id: rep.personId })).toMatchObject({ kind: 'wrong-user' })
      expect(await patch(stranger, { id: stranger.personId, verified: true })).toMatchObject({ kind: 'wrong-user' })
    })

    it('writes the verdict of a member who is nobody in HubSpot under their name in the hub, stated', async () => {
      const properties = { leadside_by: 'The boss', leadside_event: event({ id: stranger.personId, name: 'The boss', email: 'boss@quayside.example', verified: false }) }
      expect((await h.ask(stranger, 'PATCH', contact, { properties })).status).toBe(200)
      const record = h.sandbox.hubspot.portal(Number(portal)).records.find('0-1', '70301')
      const shown = (name: string) => record?.history.get(name)?.[0]?.value ?? ''
      expect([shown('leadside_by'), (JSON.parse(shown('leadside_event')) as { rep: unknown }).rep]).toEqual(['Robin', { id: stranger.personId, name: 'Robin', verified: false }])
      // Whose address comes to be known is still who they were when they judged.
      expect((await h.ask(rep, 'PATCH', contact, { properties: { leadside_event: event({ id: rep.personId, verified: false }) } })).status).toBe(200)
    })

    it('writes as theirs what a member who is nobody in HubSpot judged under an owner they had chosen', async () => {
      expect((await h.ask(stranger, 'PATCH', contact, { properties: { leadside_event: event({ email: robinEmail }) } })).status).toBe(200)
      const kept = h.sandbox.hubspot.portal(Number(portal)).records.find('0-1', '70301')?.history.get('leadside_event')?.[0]?.value ?? ''
      expect((JSON.parse(kept) as { rep: unknown }).rep).toEqual({ id: stranger.personId, name: 'Robin', verified: false })
    })

    describe('a lead status', () => {
      const marketer = () => h.hub.member(h.owner, 'marketer')
      const agree = (statusByVerdict: Record<string, string>) => h.hub.call('PUT', '/v1/settings', { as: h.owner, body: { name: 'Team', links: 'aggregate', statusByVerdict } })
      const judged = (given: string, status?: { from: string; to: string }, id = h.hub.id()) => JSON.stringify({ ...verdict(h.hub, 70_301), id, verdict: given, rep: { ...robin, verified: true }, status })
      const set = (as: Member, properties: Record<string, string>) => h.ask(as, 'PATCH', contact, { properties })
      // `invalid`, so that extensions that know no other refusal of a status write the verdict without it.
      const refused = { status: 400, body: { kind: 'invalid', detail: 'hs_lead_status' } }
      const now = () => h.sandbox.hubspot.portal(Number(portal)).records.find('0-1', '70301')?.history.get('hs_lead_status')?.[0]?.value ?? ''
      beforeEach(async () => {
        h.pass(20_000)
        await h.ask(h.owner, 'PATCH', contact, { properties: { hs_lead_status: 'NEW' } })
      })

      it('is set by no rep as long as the owner agreed to none, and by marketers and owners as they like', async () => {
        await agree({})
        const before = h.sandbox.log.count({ host: 'api.hubapi.com', method: 'PATCH' })
        for (const properties of [{ hs_lead_status: 'OPEN' }, { hs_lead_status: 'OPEN', leadside_event: judged('good') }, { hs_lead_status: '', leadside_event: judged('good') }]) {
          expect(await set(rep, properties)).toMatchObject(refused)
        }
        expect(h.sandbox.log.count({ host: 'api.hubapi.com', method: 'PATCH' })).toBe(before)
        expect((await set(rep, { leadside_event: judged('good') })).status).toBe(200)
        for (const as of [await marketer(), h.owner]) expect((await set(as, { hs_lead_status: 'OPEN' })).status).toBe(200)
      })

      it('is set by a rep only as agreed for the verdict, and by nothing but a verdict', async () => {
        await agree({ good: 'OPEN', wrong: 'UNQUALIFIED' })
        expect(await set(rep, { hs_lead_status: 'OPEN' })).toMatchObject(refused)
        expect(await set(rep, { hs_lead_status: 'OPEN', leadside_event: judged('wrong') })).toMatchObject(refused)
        expect(await set(rep, { hs_lead_status: 'IN_PROGRESS', leadside_event: judged('good') })).toMatchObject(refused)
        expect(await set(rep, { hs_lead_status: 'OPEN', leadside_event: judged('not_yet') })).toMatchObject(refused)
        expect((await set(rep, { hs_lead_status: 'OPEN', leadside_event: judged('good', { from: 'NEW', to: 'OPEN' }) })).status).toBe(200)
        expect(now()).toBe('OPEN')
      })

      it('comes back to what it was and to nothing that was made up', async () => {
        await agree({ good: 'OPEN', wrong: 'UNQUALIFIED' })
        const id = h.hub.id()
        // What the verdict says it changed is what it will put back: it has to be true.
        expect(await set(rep, { hs_lead_status: 'OPEN', leadside_event: judged('good', { from: 'CUSTOMER', to: 'OPEN' }, id) })).toMatchObject(refused)
        expect(await set(rep, { leadside_event: judged('not_yet', { from: 'CUSTOMER', to: 'NEW' }, id) })).toMatchObject(refused)
        const first = { hs_lead_status: 'OPEN', leadside_event: judged('good', { from: 'NEW', to: 'OPEN' }, id) }
        expect([(await set(rep, first)).status, (await set(rep, first)).status]).toEqual([200, 200])
        h.pass(20_000)
        // The next verdict keeps the very first status.
        expect((await set(rep, { hs_lead_status: 'UNQUALIFIED', leadside_event: judged('wrong', { from: 'NEW', to: 'UNQUALIFIED' }) })).status).toBe(200)
        expect(await set(rep, { hs_lead_status: 'CUSTOMER', leadside_event: judged('not_yet') })).toMatchObject(refused)
        expect((await set(rep, { hs_lead_status: 'NEW', leadside_event: judged('not_yet') })).status).toBe(200)
        expect(now()).toBe('NEW')
        // Nothing is left to take back.
        expect(await set(rep, { hs_lead_status: 'UNQUALIFIED', leadside_event: judged('cant_tell') })).toMatchObject(refused)
      })

      it('is told to members as agreed, and who agreed is in the trail', async () => {
        await agree({ good: 'OPEN' })
        expect(await state(rep)).toMatchObject({ statusByVerdict: { good: 'OPEN' } })
        expect((await h.hub.call('PUT', '/v1/settings', { as: rep, body: { name: 'Team', links: 'aggregate', statusByVerdict: { good: 'MINE' } } })).status).toBe(403)
        const { items } = (await h.hub.call('GET', '/v1/audit?limit=9999', { as: h.owner })).body as { items: { act: string; personId: string }[] }
        expect(items).toContainEqual(expect.objectContaining({ act: 'settings-lead-status good=OPEN', personId: h.owner.personId }))
      })
    })

    it('changes no task of somebody else\'s, nor one that Leadside did not make', async () => {
      const task = async (as: Member, owner?: string) => {
        const { body } = await h.ask(as, 'POST', '/crm/objects/2026-09/tasks', {
          properties: {
            hs_timestamp: new Date(h.hub.now()).toISOString(), hs_task_body: 'leadside:return-task:01a0a9a8-b100-709d-9be9-007184227bf2', hs_task_subject: 'Come back', hs_task_type: 'TODO', hs_task_status: 'NOT_STARTED',
            hs_task_priority: 'MEDIUM', ...(owner !== undefined && { hubspot_owner_id: owner }),
          },
          associations: [{ to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 }] }],
        })
        return (body as { id: string }).id
      }
      const close = async (as: Member, id: string) => (await h.ask(as, 'PATCH', `/crm/objects/2026-09/tasks/${id}`, { properties: { hs_task_status: 'COMPLETED' } })).status
      const others = h.sandbox.hubspot.portal(Number(portal)).records.all('0-27')[0]?.id ?? ''
      const own = await task(rep, robin.id)
      expect([await close(rep, others), await close(stranger, own), await close(rep, own), await close(stranger, await task(stranger))]).toEqual([404, 404, 200, 200])
    })

    it('notes who did what, to whom only as a digest', async () => {
      const { items } = (await h.hub.call('GET', '/v1/audit', { as: h.owner })).body as { items: { act: string; personId: string; target?: string }[] }
      expect(items).toContainEqual(expect.objectContaining({ act: 'hubspot POST /crm/objects/:version/:activity', personId: rep.personId, target: expect.stringMatching(/^[0-9a-f]{64}$/) as string }))
      expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['hubspot-connecting', 'hubspot-connected-oauth', 'hubspot GET /crm/objects/:version/contacts/:id']))
      expect(JSON.stringify(items)).not.toContain('70301')
    })

    it('does not know the outcome of a write whose answer was lost', async () => {
      h.sandbox.faults.add({ host: 'api.hubapi.com', method: 'POST', path: '/crm/objects/*/notes', effect: { kind: 'reset-after' } })
      const { status } = await h.ask(rep, 'POST', '/crm/objects/2026-09/notes', note())
      h.sandbox.faults.clear()
      expect(status).toBe(504)
    })
  })

  describe('the shared budget', () => {
    it('leaves the second half to those who had less, and says when to come back', async () => {
      h.sandbox.hubspot.configure({ limits: { tenSecondly: 20 } })
      await read()
      h.pass(11_000)
      const bulk = []
      for (let index = 0; index < 20; index += 1) bulk.push(await read())
      const other = []
      for (let index = 0; index < 6; index += 1) other.push((await read(stranger)).status)
      expect(bulk.filter(({ status }) => status === 200)).toHaveLength(10)
      expect(bulk.at(-1)?.body).toMatchObject({ kind: 'rate-limited', detail: 'team', retryAt: expect.any(Number) as number })
      expect(new Set(other)).toEqual(new Set([200]))
      h.pass(11_000)
      h.sandbox.hubspot.configure({ limits: {} })
      expect((await read()).status).toBe(200)
    })

    it('waits for all when HubSpot says wait', async () => {
      h.sandbox.faults.add({ host: 'api.hubapi.com', path: '/crm/objects/*', effect: { kind: 'rate-limited', retryAfter: { seconds: 30 } } })
      expect((await read()).body).toMatchObject({ kind: 'rate-limited' })
      h.sandbox.faults.clear()
      const before = callsTo('/crm/objects/*')
      expect((await read(stranger)).body).toMatchObject({ kind: 'rate-limited', retryAt: expect.any(Number) as number })
      expect(callsTo('/crm/objects/*')).toBe(before)
      h.pass(31_000)
      expect((await read(stranger)).status).toBe(200)
    })
  })

  describe('tokens', () => {
    it('are renewed once, however many copies find them old', async () => {
      h.pass(1_790_000)
      const before = callsTo('/oauth/*')
      const statuses = await Promise.all([rep, stranger, rep, stranger, h.owner].map(async (who) => (await read(who)).status))
      expect(statuses).toEqual([200, 200, 200, 200, 200])
      expect(callsTo('/oauth/*')).toBe(before + 1)
    })

    it('are renewed where HubSpot refuses one before its time', async () => {
      h.sandbox.hubspot.configure({ revokedTokens: [await expectToken(h.hub.deps)] })
      expect((await read()).status).toBe(200)
    })

    it('are gone with the app: everybody is told to ask the owner, and nobody is signed out', async () => {
      h.sandbox.hubspot.oauth.uninstall(h.sandbox.hubspot.portal(Number(portal)))
      expect((await read()).body).toMatchObject({ kind: 'not-set-up', status: 409 })
      expect(await state(rep)).toMatchObject({ state: 'broken' })
      await h.connect()
      expect((await read()).status).toBe(200)
    })

    it('may be a static key instead; disconnecting forgets everything', async () => {
      expect((await h.useKey('no-key-of-anybody')).body).toMatchObject({ kind: 'invalid' })
      expect((await h.useKey()).body).toEqual({ done: true })
      expect(await state(rep)).toMatchObject({ state: 'connected', mode: 'key', scopes: expect.arrayContaining(['forms']) as string[] })
      expect((await read()).status).toBe(200)
      h.sandbox.hubspot.configure({ revokedTokens: [staticTokens.privateApp] })
      expect((await read()).body).toMatchObject({ kind: 'not-set-up' })
      expect((await h.hub.call('DELETE', '/v1/hubspot', { as: h.owner })).body).toEqual({ done: true })
      expect(await state(rep)).toEqual({ state: 'none', oauth: true })
      const left = await sql<{ n: number }>`select (select count(*) from hubspot_cache) + (select count(*) from hubspot) as n`.execute(h.hub.deps.db)
      expect(left.rows).toEqual([{ n: 0 }])
    })
  })
})
