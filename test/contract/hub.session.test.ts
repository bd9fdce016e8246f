import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownerInvite } from '@/hub/people/bootstrap'
import { AppError } from '@/lib/domain/errors'
import { createBrowser } from './hub/browser'
import { assetOf, playbookOf, refOf } from './hub/examples'
import { codeIn, createHub, type Hub } from './hub/harness'

const day = 86_400_000
let hub: Hub
let browser: Awaited<ReturnType<typeof createBrowser>>
beforeAll(async () => {
  hub = await createHub('pglite')
  browser = await createBrowser(hub)
  await browser.join(codeIn(await ownerInvite(hub.deps) ?? ''), 'Olivia')
}, 120_000)
afterAll(() => hub.close())

const digest = async () => (await sql<{ token: string }>`select encode(token_hash, 'hex') as token from session`.execute(hub.deps.db)).rows.map(({ token }) => token).join()
const pass = (ms: number) => {
  hub.pass(ms)
  browser.app.clock.advance(ms)
}

it('a browser replaces its token once it is a week old, and works on under the new one', async () => {
  await browser.team.sync.run()
  const first = await digest()
  pass(6 * day)
  await browser.team.sync.run()
  expect(await digest()).toBe(first)
  pass(2 * day)
  await browser.team.sync.run()
  const second = await digest()
  expect(second).not.toBe(first)
  pass(day)
  await browser.team.sync.run()
  expect([await digest(), (await browser.team.membership.current())?.ended]).toEqual([second, undefined])
})

it('an owner sees which invites still let somebody in, and revokes one', async () => {
  const session = await browser.team.expectSession()
  const make = (uses: number, days: number) => session.invite({ id: hub.id(), role: 'rep', uses, expiresAt: hub.now() + days * day })
  const open = async () => (await session.openInvites(hub.now())).map(({ usesLeft, uses }) => `${usesLeft} of ${uses}`).sort()
  const [link = ''] = [await make(5, 9), await make(1, 9), await make(1, 1)]
  await hub.join(codeIn(link))
  expect(await open()).toEqual(['1 of 1', '1 of 1', '4 of 5'])
  pass(2 * day)
  expect(await open()).toEqual(['1 of 1', '4 of 5'])
  const several = (await session.openInvites(hub.now())).find(({ uses }) => uses === 5)
  await session.revokeInvite(several?.id ?? '')
  expect(await open()).toEqual(['1 of 1'])
  expect((await hub.join(codeIn(link))).status).toBe(404)
})

it('a playbook saved by itself reaches who looks, also where nothing else has changed for long', async () => {
  const session = await browser.team.expectSession()
  const rep = await createBrowser(hub)
  await rep.join(codeIn(await session.invite({ id: hub.id(), role: 'rep', uses: 1, expiresAt: hub.now() + day }) ?? ''), 'Robin')
  const look = async () => {
    rep.app.clock.advance(45_000)
    await rep.team.sync.look()
  }
  await browser.publishing.assets.put([assetOf('guide')])
  for (let times = 0; times < 3; times += 1) await look()
  rep.took()
  await look()
  expect(rep.took()).toEqual(['GET /v1/assets 304', 'GET /v1/documents 304', 'GET /v1/views 304'])
  for (const version of ['2', '3']) {
    await browser.publishing.playbooks.put(playbookOf(version), hub.now())
    await look()
    expect((await rep.app.stores.playbooks.current())?.version).toBe(version)
  }
  rep.took()
  await look()
  expect(rep.took()).toEqual(['GET /v1/assets 304', 'GET /v1/documents 304', 'GET /v1/views 304'])
  // It is asked for again where it was not kept.
  await browser.publishing.playbooks.put(playbookOf('4'), hub.now())
  const { playbooks } = rep.deps
  rep.deps.playbooks = { ...playbooks, put: () => Promise.reject(new AppError('unavailable')) }
  await look()
  rep.deps.playbooks = playbooks
  await look()
  expect((await rep.app.stores.playbooks.current())?.version).toBe('4')
})

it('marketing is told how often links to an asset were opened while nothing is kept by person, and a rep is not', async () => {
  const session = await browser.team.expectSession()
  const rep = await createBrowser(hub)
  await rep.join(codeIn(await session.invite({ id: hub.id(), role: 'rep', uses: 1, expiresAt: hub.now() + day }) ?? ''), 'Robin')
  await browser.publishing.assets.put([assetOf('opened'), assetOf('other')])
  const send = async (assetId: string) => (await (await rep.team.expectSession()).link({ id: hub.id(), assetId, ref: refOf(1) }, 1_000)).url
  for (const assetId of ['opened', 'opened', 'other']) {
    await hub.call('GET', new URL(await send(assetId)).pathname, { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Barracuda Sentinel)' } })
    await hub.settled()
  }
  expect([await session.openings('opened'), await session.openings('other')]).toEqual([{ human: 0, machine: 2, unknown: 0 }, { human: 0, machine: 1, unknown: 0 }])
  await expect((await rep.team.expectSession()).openings('opened')).rejects.toMatchObject({ kind: 'forbidden' })
})
