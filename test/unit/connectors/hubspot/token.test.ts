import { describe, expect, it } from 'vitest'
import { staticTokens } from '../../../sandbox/hubspot/index.ts'
import { apiHost, contactRef, euOrg, harness, org } from './sandbox-harness'

describe('a static token', () => {
  it('is bound to the portal HubSpot names for it', async () => {
    const h = harness()
    expect(await h.admin.checkToken(staticTokens.privateApp)).toMatchObject({ org, uiDomain: 'app.hubspot.com', userId: '5550123' })
    expect(await h.admin.checkToken(staticTokens.euPrivateApp)).toMatchObject({ org: euOrg, uiDomain: 'app-eu1.hubspot.com' })
  })

  it('brings its scopes along', async () => {
    const { scopes } = await harness().admin.checkToken(staticTokens.serviceKey)
    expect(scopes).toContain('crm.objects.contacts.write')
    expect(scopes).not.toContain('content')
  })

  it('S41 is sent in the header and in the one body HubSpot asks it in', async () => {
    const h = harness()
    await h.admin.checkToken(staticTokens.privateApp)
    const carriers = h.sandbox.log.entries.filter(({ path, search, body }) => (path + search + body).includes(staticTokens.privateApp))
    expect(carriers.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /oauth/v2/private-apps/get/access-token-info'])
  })

  it('is taken where HubSpot does not describe its kind', async () => {
    const h = harness()
    h.sandbox.faults.add({ effect: { kind: 'respond', status: 404, body: '{"status":"error","message":"resource not found"}', headers: { 'content-type': 'application/json' } }, path: '/oauth/*' })
    expect(await h.admin.checkToken(staticTokens.serviceKey)).toMatchObject({ org, scopes: [], userId: '' })
  })

  it.each([
    ['HubSpot does not know', 'pat-na1-unknown', 'signed-out'],
    ['has a line break', 'pat-na1-\n0000', 'invalid'],
    ['is a whole sentence', 'my token is pat-na1-0000', 'invalid'],
  ])('that %s is refused', async (_name, token, kind) => {
    await expect(harness().admin.checkToken(token)).rejects.toMatchObject({ kind })
  })

  it('is refused where HubSpot names two portals for it', async () => {
    const h = harness()
    const body = JSON.stringify({ hubId: Number(euOrg), userId: 1, appId: 1, scopes: [] })
    h.sandbox.faults.add({ effect: { kind: 'respond', status: 200, body, headers: { 'content-type': 'application/json' } }, path: '/oauth/*' })
    await expect(h.admin.checkToken(staticTokens.privateApp)).rejects.toMatchObject({ kind: 'wrong-org' })
  })

  it('names the scope it takes to say who one is, before it is kept', async () => {
    const h = harness()
    expect((await h.admin.ownersSeenBy(staticTokens.serviceKey)).length).toBeGreaterThan(1)
    await expect(h.admin.ownersSeenBy(staticTokens.readOnly)).rejects.toMatchObject({ kind: 'forbidden', detail: 'crm.objects.owners.read' })
    expect(await h.vault.get(`hubspot:${org}`)).toBeUndefined()
  })

  it('opens no record of another portal, where the same id is somebody else', async () => {
    const h = harness()
    await h.signIn(staticTokens.privateApp, euOrg)
    await expect(h.connector.open(contactRef('70301', euOrg))).rejects.toMatchObject({ kind: 'wrong-org' })
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/objects/*' })).toBe(0)
  })

  it('S44 that ended is asked once, for nothing renews it', async () => {
    const h = harness()
    await h.ready()
    h.hubspot.configure({ revokedTokens: [staticTokens.privateApp] })
    await expect(h.connector.open(contactRef('70301'))).rejects.toMatchObject({ kind: 'signed-out' })
    expect(h.sandbox.log.count({ host: apiHost })).toBe(1)
  })

  it('names nobody: who acts is what the rep said, never verified', async () => {
    const stated = harness({ settings: { owner: { id: '41629780', name: 'Amara Osei', verified: true } } })
    await stated.ready()
    expect(await stated.connector.actor(org)).toEqual({ id: '41629780', name: 'Amara Osei', verified: false })
    const silent = harness({ settings: { owner: undefined } })
    await silent.ready()
    await expect(silent.connector.actor(org)).rejects.toMatchObject({ kind: 'not-connected', detail: 'owner' })
  })

  it('lets the rep pick from the portal’s owners', async () => {
    const h = harness()
    await h.ready()
    expect(await h.admin.owners(org)).toContainEqual({ id: '41629780', name: 'Amara Osei', email: 'amara.osei@quayside.example', verified: false })
  })
})
