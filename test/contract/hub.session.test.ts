import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sign } from '@/hub/ingest/signature'
import { ownerInvite } from '@/hub/people/bootstrap'
import { writeAudit } from '@/hub/privacy/audit'
import { createRecordReader } from '@/lib/app/open-record'
import { createReported } from '@/lib/app/team/reported'
import { AppError } from '@/lib/domain/errors'
import { snapshotOf } from '../fakes/app'
import { createBrowser } from './hub/browser'
import { assetOf, emailHash, playbookOf, refOf, touchEvent } from './hub/examples'
import { codeIn, createHub, toMember, type Hub } from './hub/harness'

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

it('who left, or was signed out, joins again by the same invite of several uses, as long as it has some', async () => {
  const session = await browser.team.expectSession()
  const link = await session.invite({ id: hub.id(), role: 'rep', uses: 3, expiresAt: hub.now() + day }) ?? ''
  const rep = await createBrowser(hub)
  const first = await rep.join(codeIn(link), 'Robin')
  await rep.team.membership.leave({ copy: 'remove', undelivered: 'keep' })
  const second = await rep.join(codeIn(link), 'Robin')
  await session.end(second.sessionId)
  await expect(rep.team.sync.run()).rejects.toMatchObject({ kind: 'signed-out' })
  const third = await rep.join(codeIn(link), 'Robin')
  expect(new Set([first.sessionId, second.sessionId, third.sessionId]).size).toBe(3)
  await rep.team.membership.leave({ copy: 'remove', undelivered: 'keep' })
  await expect(rep.join(codeIn(link), 'Robin')).rejects.toMatchObject({ kind: 'not-found' })
})

it('an owner looks after systems, feeds, devices and the trail', async () => {
  const session = await browser.team.expectSession()
  const me = (await session.me()).id
  const rep = await createBrowser(hub)
  await rep.join(codeIn(await session.invite({ id: hub.id(), role: 'rep', uses: 1, expiresAt: hub.now() + day }) ?? ''), 'Robin')
  const reps = await rep.team.expectSession()
  const rights = [await session.devices(me), await reps.devices((await reps.me()).id), await reps.devices(me)]
  expect(rights.map((devices) => devices.map(({ name, current }) => `${name} ${current}`))).toEqual([['Firefox on Linux true'], ['Firefox on Linux true'], []])
  await expect(reps.acts(undefined)).rejects.toMatchObject({ kind: 'forbidden' })

  const id = hub.id()
  const { address, secret } = await session.addSender({ id, name: 'Website' })
  const post = async (key: string | undefined) => {
    const [text, timestamp] = [JSON.stringify([touchEvent(hub.id(), hub.now(), { ref: refOf(7) })]), String(Math.floor(hub.now() / 1000))]
    return (await hub.app.request(address, { method: 'POST', body: text, headers: { 'content-type': 'application/json', 'leadside-timestamp': timestamp, 'leadside-signature': sign(key ?? '', timestamp, text) } })).status
  }
  expect([(await session.senders()).map(({ name, usedAt }) => [name, usedAt]), await post(secret)]).toEqual([[['Website', undefined]], 200])
  const rotated = await session.rotateSender(id)
  expect([rotated.address, rotated.secret === secret, await post(rotated.secret), await post(secret)]).toEqual([address, false, 200, 200])
  await session.endSender(id)
  expect([await session.senders(), await post(rotated.secret)]).toEqual([[], 403])

  const url = await session.addFeed({ id: hub.id(), name: 'Newsletter' }) ?? ''
  const read = async () => (await hub.app.request(url)).status
  expect([(await session.feeds()).map(({ name }) => name), await read()]).toEqual([['Newsletter'], 200])
  await session.endFeed((await session.feeds())[0]?.id ?? '')
  expect([await session.feeds(), await read()]).toEqual([[], 404])

  await session.end((await reps.devices((await reps.me()).id))[0]?.id ?? '')
  await expect(reps.me()).rejects.toMatchObject({ kind: 'signed-out' })
  const { acts } = await session.acts(undefined)
  expect(acts.slice(0, 7).map(({ act, personId }) => [act, personId === me])).toEqual([
    ['session-revoked', true], ['sessions-read', false], ['feed-revoked', true], ['feed-added', true], ['sender-ended', true], ['sender-rotated', true], ['sender-added', true],
  ])
})

it('the trail is read newest first, page by page, without gaps', async () => {
  const session = await browser.team.expectSession()
  for (let times = 0; times < 230; times += 1) await hub.deps.db.transaction().execute((tx) => writeAudit(tx, { at: hub.now(), act: `act-${times}` }))
  const acts: string[] = []
  let before: string | undefined
  do {
    const page = await session.acts(before)
    acts.push(...page.acts.map(({ act }) => act))
    before = page.older
  } while (before !== undefined)
  const { rows } = await sql<{ act: string }>`select act from audit order by seq desc`.execute(hub.deps.db)
  expect(acts).toEqual(rows.map(({ act }) => act))
  expect(acts.length).toBeGreaterThan(230)
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

it('what another system reported of a person stands in their story, found by record and by address, and stays while the hub is away', async () => {
  const session = await browser.team.expectSession()
  const owner = toMember(await hub.join(codeIn(await session.invite({ id: hub.id(), role: 'owner', uses: 1, expiresAt: hub.now() + day }) ?? '')))
  const { body } = await hub.call('POST', '/v1/senders', { as: owner, body: { id: hub.id(), name: 'Website' } })
  const sender = body as { id: string; secret: string }
  const ref = { crm: 'hubspot' as const, org: '24680135', kind: 'contact' as const, id: '70999' }
  const events = [touchEvent('by-record', hub.now() - 5000, { ref }), touchEvent('by-address', hub.now() - 4000, { emailHash: emailHash('pat@example.com') }), touchEvent('other', hub.now() - 3000, { emailHash: emailHash('kim@example.com') })]
  const [text, timestamp] = [JSON.stringify(events), String(Math.floor(hub.now() / 1000))]
  const told = await hub.call('POST', `/v1/ingest/${sender.id}`, { body: text, headers: { 'leadside-timestamp': timestamp, 'leadside-signature': sign(sender.secret, timestamp, text) } })
  expect(told.status).toBe(200)

  const { app } = browser
  app.crms.hubspot.put(snapshotOf(ref, { person: { email: ' Pat@example.com' } }))
  const reader = createRecordReader({ ...app.deps, reported: createReported(browser.deps, browser.team.membership) }, app.history)
  const seen = async () => {
    const { sources } = await reader.fresh(ref, true)
    const { snapshot } = await reader.facts(ref)
    return [snapshot.touches.map(({ id }) => id).sort(), sources.find(({ name }) => name === 'hub-reported')?.state]
  }
  expect(await seen()).toEqual([['reported:by-address', 'reported:by-record'], 'found'])
  expect((await reader.fresh(ref, false)).stories.map(({ title }) => title)).toEqual(['Contact form'])
  browser.wire.down = true
  expect(await seen()).toEqual([['reported:by-address', 'reported:by-record'], 'failed'])
  browser.wire.down = false
  await browser.team.membership.leave({ copy: 'remove', undelivered: 'keep' })
  expect((await reader.facts(ref)).snapshot.touches).toEqual([])
})
