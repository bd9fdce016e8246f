import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { parseConfig } from '@/hub/config'
import { joined } from '@/lib/hub-client/contract'
import { createBrowser } from './hub/browser'
import { createHub, engines, type Hub, type Member, type Reply } from './hub/harness'
import { startProvider, type Account } from './hub/openid-provider'

const clientId = 'leadside-hub'
const redirectUri = `https://${'a'.repeat(32)}.chromiumapp.org/hub`

describe.each(engines)('joining the hub with the company\'s sign-in on %s', (engine) => {
  let hub: Hub
  let owner: Member
  let provider: Awaited<ReturnType<typeof startProvider>>
  beforeAll(async () => {
    provider = await startProvider({ clientId, redirectUri })
    const { oidc } = parseConfig({
      LEADSIDE_OIDC_ISSUER: provider.issuer, LEADSIDE_OIDC_CLIENT_ID: clientId, LEADSIDE_OIDC_DOMAINS: 'quayside.example', LEADSIDE_OIDC_ROLES: 'marketing=marketer,admins=owner',
    })
    hub = await createHub(engine, { oidc }, fetch)
    // The provider signs with the clock of this machine.
    hub.pass(Date.now() - hub.now())
    owner = await hub.owner()
  }, 120_000)
  afterAll(async () => {
    await hub.close()
    await provider.close()
  })

  async function begin(more: Record<string, unknown> = {}) {
    const [device, verifier] = [randomUUID(), randomBytes(32).toString('base64url')]
    const codeChallenge = createHash('sha256').update(verifier).digest('base64url')
    const reply = await hub.call('POST', '/v1/sign-in/start', { body: { device, redirectUri, codeChallenge, ...more }, headers: { 'user-agent': 'test' } })
    return { device, verifier, reply, ...(reply.body as { url: string; state: string }) }
  }
  const finish = (body: Record<string, unknown>) => hub.call('POST', '/v1/sign-in/finish', { body: { deviceName: 'Laptop', ...body } })
  async function signIn(account: Account): Promise<Reply> {
    provider.signInAs(account)
    // Beginning and finishing are two tries of the twenty a minute.
    hub.pass(7_000)
    const { url, state, device, verifier } = await begin()
    const back = await provider.visit(url)
    expect(back.searchParams.get('state')).toBe(state)
    return finish({ device, state, verifier, code: back.searchParams.get('code') })
  }
  const person = (reply: Reply) => z.parse(joined, reply.body).person

  it('says beforehand that it can be done', async () => {
    expect((await hub.call('GET', '/v1/hub')).body).toMatchObject({ signIn: true })
  })

  it('lets people of the company in without an invite, as reps, each once', async () => {
    const first = await signIn({ sub: 'u1', email: 'Robin.Hale@quayside.example', email_verified: true, name: 'Robin Hale' })
    expect(first.body).toMatchObject({ person: { name: 'Robin Hale', email: 'robin.hale@quayside.example', role: 'rep' } })
    const again = await signIn({ sub: 'u1', email: 'other@quayside.example', email_verified: true })
    expect(person(again).id).toBe(person(first).id)
    const { token } = z.parse(joined, again.body)
    expect((await hub.call('GET', '/v1/me', { as: token })).body).toMatchObject({ person: { name: 'Robin Hale' } })
  })

  it('gives the role the groups say, and takes it back', async () => {
    expect(person(await signIn({ sub: 'u2', email: 'ines@quayside.example', email_verified: true, groups: ['sales', 'marketing'] })).role).toBe('marketer')
    expect(person(await signIn({ sub: 'u2', email: 'ines@quayside.example', email_verified: true, groups: ['admins', 'marketing'] })).role).toBe('owner')
    expect(person(await signIn({ sub: 'u2', email: 'ines@quayside.example', email_verified: true, groups: ['marketing'] })).role).toBe('marketer')
    expect(person(await signIn({ sub: 'u2', email: 'ines@quayside.example', email_verified: true, groups: ['unnamed'] })).role).toBe('marketer')
  })

  it('refuses strangers, addresses nobody vouches for, and whom an owner removed', async () => {
    expect((await signIn({ sub: 'x1', email: 'pat@elsewhere.example', email_verified: true })).body).toMatchObject({ kind: 'forbidden', detail: 'invite' })
    expect((await signIn({ sub: 'x2', email: 'pat@evil-quayside.example', email_verified: true })).body).toMatchObject({ kind: 'forbidden' })
    expect((await signIn({ sub: 'x3', email: 'boss@quayside.example', email_verified: false })).body).toMatchObject({ kind: 'forbidden', detail: 'email' })
    const left = person(await signIn({ sub: 'u3', email: 'left@quayside.example', email_verified: true }))
    await hub.call('DELETE', `/v1/people/${left.id}`, { as: owner })
    expect((await signIn({ sub: 'u3', email: 'left@quayside.example', email_verified: true })).body).toMatchObject({ kind: 'forbidden' })
    await hub.invite(owner, 'rep', { email: 'left@quayside.example' })
    expect((await signIn({ sub: 'u3', email: 'left@quayside.example', email_verified: true })).status).toBe(200)
  })

  it('spends the invite that was made out to the address', async () => {
    await hub.invite(owner, 'marketer', { email: 'Guest@agency.example' })
    expect(person(await signIn({ sub: 'g1', email: 'guest@agency.example', email_verified: true })).role).toBe('marketer')
    expect((await signIn({ sub: 'g2', email: 'guest@agency.example', email_verified: true })).body).toMatchObject({ kind: 'forbidden' })
  })

  it('is the same member as one who joined by an invite to the address, and never one who only stated it', async () => {
    const code = await hub.invite(owner, 'rep', { email: 'amara@quayside.example' })
    const invited = person(await hub.join(code, 'Amara', { email: 'amara@quayside.example' }))
    expect(person(await signIn({ sub: 'u4', email: 'amara@quayside.example', email_verified: true })).id).toBe(invited.id)
    const stated = person(await hub.join(await hub.invite(owner, 'rep'), 'Mallory', { email: 'jonas@quayside.example' }))
    expect(person(await signIn({ sub: 'u5', email: 'jonas@quayside.example', email_verified: true })).id).not.toBe(stated.id)
  })

  it('joins a browser, which keeps the verifier to itself until the code is there', async () => {
    hub.pass(60_000)
    provider.signInAs({ sub: 'u9', email: 'kim@quayside.example', email_verified: true, name: 'Kim' })
    const visited: string[] = []
    const visit = async (url: string) => {
      visited.push(url)
      return (await provider.visit(url)).href
    }
    const browser = await createBrowser(hub, { signIn: { redirectUri: () => redirectUri, visit } })
    expect(await browser.team.membership.joinWithCompany('https://hub.example/')).toMatchObject({ address: 'https://hub.example', member: { name: 'Kim', role: 'rep' } })
    expect(new URL(visited[0] ?? '').searchParams.get('code_challenge_method')).toBe('S256')
    expect((await browser.team.state(browser.publishing))?.ended).toBe(false)
    const forged = await createBrowser(hub, { signIn: { redirectUri: () => redirectUri, visit: async (url) => (await provider.visit(url)).href.replace(/state=[^&]*/, 'state=forged') } })
    await expect(forged.team.membership.joinWithCompany('https://hub.example')).rejects.toMatchObject({ kind: 'untrusted' })
    const refused = await createBrowser(hub, { signIn: { redirectUri: () => redirectUri, visit: async (url) => `${redirectUri}?error=access_denied&state=${new URL(url).searchParams.get('state')}` } })
    await expect(refused.team.membership.joinWithCompany('https://hub.example')).rejects.toMatchObject({ kind: 'cancelled' })
  })

  it('takes a state once, from the device that began, within ten minutes', async () => {
    hub.pass(60_000)
    provider.signInAs({ sub: 'u1', email: 'robin.hale@quayside.example', email_verified: true })
    const { url, state, device, verifier } = await begin()
    const code = (await provider.visit(url)).searchParams.get('code')
    expect((await finish({ device: randomUUID(), state, verifier, code })).status).toBe(404)
    expect((await finish({ device, state, verifier, code })).status).toBe(200)
    expect((await finish({ device, state, verifier, code })).status).toBe(404)
    const old = await begin()
    hub.pass(600_001)
    expect((await finish({ device: old.device, state: old.state, verifier: old.verifier, code: 'c' })).status).toBe(404)
  })

  it('takes no code without its verifier, and no token made for another sign-in', async () => {
    hub.pass(60_000)
    provider.signInAs({ sub: 'u1', email: 'robin.hale@quayside.example', email_verified: true })
    const one = await begin()
    const code = (await provider.visit(one.url)).searchParams.get('code')
    expect((await finish({ ...one, verifier: 'x'.repeat(43), code })).body).toMatchObject({ kind: 'untrusted', detail: 'code' })
    const [two, three] = [await begin(), await begin()]
    const forThree = new URL(two.url)
    forThree.searchParams.set('nonce', new URL(three.url).searchParams.get('nonce') ?? '')
    const crossed = (await provider.visit(forThree.href)).searchParams.get('code')
    expect((await finish({ ...two, code: crossed })).body).toMatchObject({ kind: 'untrusted', detail: 'claims' })
  })

  it('sends the browser back to extensions only, and slows down who tries', async () => {
    hub.pass(60_000)
    for (const address of ['https://evil.example/', 'https://chromiumapp.org.evil.example/', 'http://localhost/']) expect((await begin({ redirectUri: address })).reply.status).toBe(400)
    const statuses: number[] = []
    for (let index = 0; index < 25; index += 1) statuses.push((await begin()).reply.status)
    expect(statuses.at(-1)).toBe(429)
    expect([...hub.seen]).toEqual(expect.arrayContaining(['post-sign-in-start 200', 'post-sign-in-finish 200']))
  })
})

describe('configuring the company\'s sign-in', () => {
  it('names what is missing or wrong', () => {
    expect(() => parseConfig({ LEADSIDE_OIDC_ISSUER: 'https://id.example' })).toThrow('LEADSIDE_OIDC_CLIENT_ID')
    expect(() => parseConfig({ LEADSIDE_OIDC_ISSUER: 'https://id.example', LEADSIDE_OIDC_CLIENT_ID: 'x', LEADSIDE_OIDC_ROLES: 'a=king' })).toThrow('LEADSIDE_OIDC_ROLES')
    for (const issuer of ['http://id.example', 'http://localhost.id.example', 'http://127.0.0.1x']) expect(() => parseConfig({ LEADSIDE_OIDC_ISSUER: issuer, LEADSIDE_OIDC_CLIENT_ID: 'x' })).toThrow('https')
    expect(parseConfig({}).oidc).toBeUndefined()
  })
})
