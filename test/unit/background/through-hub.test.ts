import { describe, expect, it } from 'vitest'
import { fetchThroughHub, portalOfHub, withHubsPortal } from '@/entrypoints/background/parts/through-hub'
import type { HubMembership } from '@/lib/domain/hub'
import type { StoredToken, TokenVault } from '@/lib/domain/token-vault'

const joined: HubMembership = {
  address: 'https://hub.example', sessionId: 's', member: { id: 'p', name: 'Robin', role: 'rep' }, about: { name: 'Team', links: { open: true } }, joinedAt: 1, rotatedAt: 1,
  hubspot: { portal: '4711', scopes: ['oauth'], you: { id: '7', name: 'Robin Hale', verified: true } },
}
const own: StoredToken = { accessToken: 'pat-own', userId: '7', apiOrigin: 'https://api.hubapi.com', mode: 'token', scopes: [] }
const vaultWith = (kept: StoredToken | undefined) => ({ get: async () => kept }) as unknown as TokenVault
const hub = (membership: HubMembership | undefined) => ({ membership: async () => membership, token: async () => 'session-token' })

describe('HubSpot through the hub', () => {
  it.each([
    ['the portal of the hub', undefined, joined, 'hubspot:4711', 'hub'],
    ['another portal', undefined, joined, 'hubspot:99', undefined],
    ['a key of one\'s own first', own, joined, 'hubspot:4711', 'token'],
    ['no hub', undefined, undefined, 'hubspot:4711', undefined],
    ['a session that ended', undefined, { ...joined, ended: true }, 'hubspot:4711', undefined],
    ['Salesforce', undefined, joined, 'salesforce:4711', undefined],
  ])('%s', async (_what, kept, membership, org, mode) => {
    expect((await withHubsPortal(vaultWith(kept), hub(membership)).get(org))?.mode).toBe(mode)
  })

  it('is acted in as who the hub knows, or under the name in the hub, stated; with a key of one\'s own as who one said to be', async () => {
    const you = { id: '7', name: 'Robin Hale', verified: true }
    const nobody = { ...joined, hubspot: { portal: '4711', scopes: [] } }
    const actor = async (membership: HubMembership | undefined, kept?: StoredToken, org = '4711') => (await portalOfHub(org, vaultWith(kept), hub(membership)))?.actor
    expect(await actor(joined)).toEqual(you)
    expect(await actor(nobody)).toEqual({ id: 'p', name: 'Robin', email: undefined, verified: false })
    // What is judged while the session is over is still judged by the same person.
    expect(await actor({ ...joined, ended: true })).toEqual(you)
    expect([await actor(joined, own), await actor(joined, undefined, '99'), await actor(undefined)]).toEqual([undefined, undefined, undefined])
  })

  it('sets the statuses the hub\'s owner agreed to, and none where none were', async () => {
    const statuses = async (statusByVerdict?: Record<string, string>) => (await portalOfHub('4711', vaultWith(undefined), hub({ ...joined, hubspot: { portal: '4711', scopes: [], statusByVerdict } })))?.statuses
    expect([await statuses({ good: 'OPEN' }), await statuses()]).toEqual([{ good: 'OPEN' }, {}])
  })

  it('sends calls with the stand-in to the hub, under its session and for its portal, and nothing of it to HubSpot', async () => {
    const seen: [string, Headers, RequestInit | undefined][] = []
    const note: typeof globalThis.fetch = async (input, init) => (seen.push([String(input), new Headers(init?.headers), init]), Response.json({}))
    const fetch = fetchThroughHub(note, hub(joined), note)
    const token = (await withHubsPortal(vaultWith(undefined), hub(joined)).get('hubspot:4711'))?.accessToken ?? ''
    await fetch('https://api.hubapi.com/crm/v3/objects/contacts/1?properties=email', { method: 'PATCH', body: '{}', headers: { authorization: `Bearer ${token}` } })
    await fetch('https://api.hubapi.com/x', { headers: { authorization: 'Bearer pat-own' } })
    const [[address, headers, init] = [], [straight, others] = []] = seen
    expect([address, headers?.get('authorization'), headers?.get('leadside-portal'), init?.method]).toEqual(['https://hub.example/v1/hubspot/crm/v3/objects/contacts/1?properties=email', 'Bearer session-token', '4711', 'PATCH'])
    expect([straight, others?.get('authorization')]).toEqual(['https://api.hubapi.com/x', 'Bearer pat-own'])
  })

  it('is signed out where the hub was left meanwhile', async () => {
    const refuse = () => Promise.reject(new Error('asked'))
    const fetch = fetchThroughHub(refuse, hub(undefined), refuse)
    expect((await fetch('https://api.hubapi.com/x', { headers: { authorization: 'Bearer through-hub:4711' } })).status).toBe(401)
  })
})
