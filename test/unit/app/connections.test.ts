import { describe, expect, it } from 'vitest'
import { createConnections, type SignIn } from '@/lib/app/connections'
import { AppError } from '@/lib/domain/errors'
import { createTestApp, lead, org, portal, rep } from '../../fakes/app'

async function connections(policy = {}) {
  const app = await createTestApp({ policy })
  const acts: string[] = []
  const fails = new Set<string>()
  const act = async (name: string) => {
    acts.push(name)
    if (fails.has(name)) throw new AppError('unavailable')
  }
  const signIn: SignIn = {
    salesforceOauth: (host, clientId) => act(`oauth ${host} ${clientId}`),
    salesforceSession: (host) => act(`session ${host}`),
    async hubspotToken(token, expectAllowed) {
      await expectAllowed(portal)
      await act(`store ${token}`)
      return { org: portal, owners: [rep] }
    },
    hubspotOwners: async () => [rep],
    hubspotIam: (host, owner) => act(`iam ${host} ${owner}`),
    hubspotSetUp: async () => [{ step: 'group', state: 'made' }],
    signOut: (crm) => act(`signOut ${crm}`),
  }
  return { ...app, acts, fails, connections: createConnections(app.deps, signIn) }
}

describe('connecting', () => {
  it('reports each connection, one that fails with its reason', async () => {
    const { connections: all, crms, connected } = await connections()
    connected.push({ crm: 'hubspot', org: portal })
    crms.hubspot.fail('signed-out')
    expect(await all.list()).toMatchObject([{ crm: 'salesforce', state: 'connected', actingAs: rep }, { crm: 'hubspot', state: 'failed', error: { kind: 'signed-out' } }])
  })

  it('lets travel what waited for a sign-in, and only there', async () => {
    const { connections: all, opened, verdicts, newId, deps, clock, due, told } = await connections()
    await opened(lead(1))
    await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'good' })
    clock.advance(11_000)
    const [row] = await deps.outbox.lease(clock.now(), 1, 60_000)
    if (!row) throw new Error('nothing was due')
    await deps.outbox.settle({ ...row, state: 'blocked', lease: undefined, error: { kind: 'signed-out' } })
    await all.hubspotToken('key')
    expect(await deps.outbox.open()).toMatchObject([{ state: 'blocked' }])
    expect(await all.salesforceOauth(org, 'client')).toMatchObject({ state: 'connected' })
    expect(await deps.outbox.open()).toMatchObject([{ state: 'retry', dueAt: clock.now() }])
    expect([due.at(-1), told.includes('connections')]).toEqual([clock.now(), true])
  })

  it('lets travel what waited for a set-up, and reports afresh', async () => {
    const { connections: all, connected, opened, verdicts, newId, deps, clock, crms } = await connections()
    const contact = { crm: 'hubspot', org: portal, kind: 'contact', id: '501' } as const
    connected.push({ crm: 'hubspot', org: portal })
    await opened(contact)
    await verdicts.give({ ref: contact, eventId: newId(), verdict: 'good' })
    clock.advance(11_000)
    const [row] = await deps.outbox.lease(clock.now(), 1, 60_000)
    if (!row) throw new Error('nothing was due')
    await deps.outbox.settle({ ...row, state: 'blocked', lease: undefined, error: { kind: 'not-set-up' } })
    await all.list()
    crms.hubspot.fail('signed-out')
    await all.hubspotSetUp(portal)
    expect(await deps.outbox.open()).toMatchObject([{ state: 'retry', dueAt: clock.now() }])
    expect(await all.list()).toContainEqual(expect.objectContaining({ crm: 'hubspot', state: 'failed' }))
  })

  it('F43 lets travel what waited for a host, and asks every CRM afresh', async () => {
    const { connections: all, opened, verdicts, newId, deps, clock, crms, told } = await connections()
    await opened(lead(1))
    await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'good' })
    clock.advance(11_000)
    const [row] = await deps.outbox.lease(clock.now(), 1, 60_000)
    if (!row) throw new Error('nothing was due')
    await deps.outbox.settle({ ...row, state: 'blocked', lease: undefined, error: { kind: 'no-permission' } })
    await all.list()
    crms.salesforce.fail('no-permission')
    told.length = 0
    await all.hostsChanged()
    expect(await deps.outbox.open()).toMatchObject([{ state: 'retry', dueAt: clock.now() }])
    expect(await all.list()).toMatchObject([{ error: { kind: 'no-permission' } }])
    expect(told).toContain('connections')
  })

  it('S59 signs in with the app the admin set', async () => {
    const { connections: all, acts } = await connections({ salesforceClientId: 'from-admin' })
    await all.salesforceOauth(org, 'typed')
    expect(acts).toEqual([`oauth ${org} from-admin`])
  })

  it.each<[string, object, (all: Awaited<ReturnType<typeof connections>>['connections']) => Promise<unknown>]>([
    ['another org', { allowedOrgs: ['other.my.salesforce.com'] }, (all) => all.salesforceOauth(org, 'c')],
    ['another org by session', { allowedOrgs: [] }, (all) => all.salesforceSession(org)],
    ['the browser session', { allowBrowserSession: false }, (all) => all.salesforceSession(org)],
    ['a key', { allowStaticToken: false }, (all) => all.hubspotToken('key')],
    ['a key of another portal, before it is kept', { allowedOrgs: ['12'] }, (all) => all.hubspotToken('key')],
  ])('S59 refuses %s, and keeps nothing of it', async (_, policy, connect) => {
    const { connections: all, acts, told } = await connections(policy)
    await expect(connect(all)).rejects.toMatchObject({ kind: 'policy' })
    expect([acts, told]).toEqual([[], []])
  })

  it('hands over who may be meant by a key', async () => {
    const { connections: all, acts } = await connections()
    expect(await all.hubspotToken('key')).toMatchObject({ connection: { crm: 'hubspot', org: portal }, owners: [rep] })
    await all.hubspotIam(portal, '005')
    expect([acts, await all.hubspotSetUp(portal)]).toEqual([['store key', `iam ${portal} 005`], [{ step: 'group', state: 'made' }]])
  })
})

describe('disconnecting', () => {
  async function waiting() {
    const app = await connections()
    await app.opened(lead(1), { person: { name: 'Canary Person' } })
    await app.verdicts.give({ ref: lead(1), eventId: app.newId(), verdict: 'good' })
    await app.deps.answers.set(`describe:${org}`, 'canary', 86_400_000)
    return app
  }

  it('S45 names what is undelivered first, and touches nothing', async () => {
    const { connections: all, acts, reader, rows } = await waiting()
    expect(await all.disconnect('salesforce', org, 'ask')).toEqual({ done: false, undelivered: 1 })
    expect([acts, (await rows()).length, (await reader.cached(lead(1)))?.person.name]).toEqual([[], 1, 'Canary Person'])
  })

  it.each([[false], [true]])('S45 then leaves nothing of the org, whether or not the CRM can be told (%s)', async (broken) => {
    const { connections: all, acts, fails, reader, rows, deps, told } = await waiting()
    if (broken) fails.add('signOut salesforce')
    expect(await all.disconnect('salesforce', org, 'drop')).toEqual({ done: true, undelivered: 1 })
    expect([acts, await rows(), await reader.cached(lead(1)), await deps.answers.get(`describe:${org}`)]).toEqual([['signOut salesforce'], [], null, undefined])
    expect([...(await deps.snapshots.names([`salesforce:${org}:lead:${lead(1).id}`])).values()]).toEqual([])
    expect(told).toEqual(expect.arrayContaining(['connections', 'team']))
  })

  it('asks nothing where everything is delivered, and keeps the ledger', async () => {
    const { connections: all, opened, deps } = await connections()
    await opened(lead(1))
    expect(await all.disconnect('salesforce', org, 'ask')).toEqual({ done: true, undelivered: 0 })
    expect(await deps.ledger.all(['opened'])).toHaveLength(1)
  })
})
