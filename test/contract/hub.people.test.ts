import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerInvite } from '@/hub/people/bootstrap'
import { createHub, codeIn, engines, toMember, type Hub, type Member } from './hub/harness'

describe.each(engines)('people of the hub on %s', (engine) => {
  let hub: Hub
  let owner: Member
  beforeAll(async () => {
    hub = await createHub(engine)
    owner = await hub.owner()
  }, 120_000)
  afterAll(() => hub.close())

  it('prints no owner invite once there is an owner', async () => {
    expect(await ownerInvite(hub.deps)).toBeUndefined()
  })

  it('lets a single-use invite in once, whoever comes second', async () => {
    const code = await hub.invite(owner, 'rep')
    const replies = await Promise.all([hub.join(code), hub.join(code)])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 404]))
  })

  it('counts the uses of an invite for several', async () => {
    const code = await hub.invite(owner, 'rep', { uses: 2 })
    const statuses = [await hub.join(code), await hub.join(code), await hub.join(code)].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 404])
  })

  it('answers a repeated joining of one device with a working token and spends nothing', async () => {
    const code = await hub.invite(owner, 'rep')
    const device = randomUUID()
    const [first, second] = [toMember(await hub.join(code, 'Robin', { device })), toMember(await hub.join(code, 'Robin', { device }))]
    expect(second.personId).toBe(first.personId)
    expect((await hub.call('GET', '/v1/me', { as: second })).status).toBe(200)
    expect((await hub.call('GET', '/v1/me', { as: first })).status).toBe(401)
  })

  it('refuses an invite that is expired, revoked, or meant for another address', async () => {
    const expired = await hub.invite(owner, 'rep', { expiresAt: hub.now() - 1 })
    const named = await hub.invite(owner, 'rep', { email: 'Robin@Example.com' })
    const id = hub.id()
    const { body } = await hub.call('POST', '/v1/invites', { as: owner, body: { id, role: 'rep', uses: 1, expiresAt: hub.now() + 1000 } })
    await hub.call('DELETE', `/v1/invites/${id}`, { as: owner })
    const revoked = codeIn((body as { link: string }).link)
    for (const code of [expired, revoked, named]) expect((await hub.join(code, 'X', { email: 'other@example.com' })).status).toBe(404)
    expect((await hub.join(named, 'Robin', { email: 'robin@example.com' })).status).toBe(200)
  })

  it('shows the link of an invite once', async () => {
    const body = { id: hub.id(), role: 'rep', uses: 1, expiresAt: hub.now() + 1000 }
    const first = await hub.call('POST', '/v1/invites', { as: owner, body })
    const second = await hub.call('POST', '/v1/invites', { as: owner, body })
    expect(first.body).toHaveProperty('link')
    expect(second.body).not.toHaveProperty('link')
  })

  it('keeps tokens and codes as digests only', async () => {
    const code = await hub.invite(owner, 'rep')
    const member = toMember(await hub.join(code))
    const { sql } = await import('kysely')
    const tables = await Promise.all(['session', 'invite', 'person', 'audit', 'invite_use'].map((table) => sql.raw(`select * from ${table}`).execute(hub.deps.db)))
    const text = tables.map(({ rows }) => JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))).join()
    expect(text).not.toContain(member.token)
    expect(text).not.toContain(code)
    expect(member.token).toMatch(/^[\w-]{43}$/)
  })

  it('rotates a token; the one before works until the new one was used', async () => {
    const member = await hub.member(owner, 'rep')
    const { token } = (await hub.call('POST', '/v1/session/rotate', { as: member })).body as { token: string }
    expect((await hub.call('GET', '/v1/me', { as: member })).status).toBe(200)
    expect((await hub.call('GET', '/v1/me', { as: token })).status).toBe(200)
    expect((await hub.call('GET', '/v1/me', { as: member })).status).toBe(401)
  })

  it('ends a session by its own person or an owner, by no other rep', async () => {
    const [one, two] = [await hub.member(owner, 'rep'), await hub.member(owner, 'rep')]
    expect((await hub.call('DELETE', `/v1/sessions/${one.sessionId}`, { as: two })).status).toBe(404)
    expect((await hub.call('GET', '/v1/me', { as: one })).status).toBe(200)
    expect((await hub.call('DELETE', `/v1/sessions/${one.sessionId}`, { as: owner })).body).toEqual({ done: true })
    expect((await hub.call('GET', '/v1/me', { as: one })).status).toBe(401)
    await hub.call('DELETE', `/v1/sessions/${two.sessionId}`, { as: two })
    expect((await hub.call('GET', '/v1/me', { as: two })).status).toBe(401)
  })

  it('ends all sessions of a removed person, and keeps the last owner', async () => {
    const member = await hub.member(owner, 'marketer')
    await hub.call('DELETE', `/v1/people/${member.personId}`, { as: owner })
    expect((await hub.call('GET', '/v1/me', { as: member })).status).toBe(401)
    expect((await hub.call('DELETE', `/v1/people/${owner.personId}`, { as: owner })).body).toMatchObject({ kind: 'conflict' })
    expect((await hub.call('PUT', `/v1/people/${owner.personId}`, { as: owner, body: { role: 'rep' } })).body).toMatchObject({ kind: 'conflict' })
  })

  it('lets a session lapse that was not used for 90 days', async () => {
    const [idle, busy] = [await hub.member(owner, 'rep'), await hub.member(owner, 'rep')]
    hub.pass(80 * 86_400_000)
    await hub.call('GET', '/v1/me', { as: busy })
    await hub.call('GET', '/v1/me', { as: owner })
    hub.pass(80 * 86_400_000)
    expect((await hub.call('GET', '/v1/me', { as: idle })).status).toBe(401)
    expect((await hub.call('GET', '/v1/me', { as: busy })).status).toBe(200)
  })

  it('slows down who tries codes', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 25; index += 1) statuses.push((await hub.join('x'.repeat(32))).status)
    expect(statuses.at(-1)).toBe(429)
    hub.pass(60_000)
    expect((await hub.join('x'.repeat(32))).status).toBe(404)
  })

  it('needs the legal ground before views are kept by person', async () => {
    const settings = { name: 'Team', links: 'person' }
    expect((await hub.call('PUT', '/v1/settings', { as: owner, body: settings })).body).toMatchObject({ kind: 'no-consent' })
    expect((await hub.call('PUT', '/v1/settings', { as: owner, body: { ...settings, legalGround: 'Consent in the form' } })).status).toBe(200)
  })

  it('S48 logs requests without personal data, and sends nothing anywhere', async () => {
    for (const path of ['/wp-admin/robin@example.com', '/Robin', '/v1/Robin/7', '/feed/a-token-Robin']) await hub.call('GET', path)
    const text = hub.lines.join('')
    expect(text).toContain('"message":"request"')
    expect(text).toContain('"route":"/…"')
    expect(text).not.toMatch(/Robin|Olivia|example\.com|Bearer/)
    expect(text).not.toContain(owner.token)
    expect(text).not.toContain(owner.personId)
  })
})
