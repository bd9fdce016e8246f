import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownerInvite } from '@/hub/people/bootstrap'
import { createBrowser } from './hub/browser'
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
