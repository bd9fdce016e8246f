import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sign } from '@/hub/ingest/signature'
import { applyRetention } from '@/hub/privacy/retention'
import { assetOf, emailHash, envelopes, recordPath, refOf, touchEvent, verdict } from './hub/examples'
import { engines, hubOver } from './hub/harness'
import { byPerson, createLinkHub, type LinkHub } from './hub/linking'

const hour = 3_600_000

describe.each(engines)('links, ingest and privacy of the hub on %s', (engine) => {
  let hub: LinkHub['hub']
  let owner: LinkHub['owner']
  let robin: LinkHub['robin']
  let { settle, link, open, views } = {} as LinkHub
  beforeAll(async () => {
    ({ hub, owner, robin, settle, link, open, views } = await createLinkHub(engine, [assetOf('guide'), assetOf('secret', { shareable: false }), assetOf('draft', { status: 'draft' })]))
  }, 120_000)
  afterAll(() => hub.close())

  const setLinks = (links: string) => settle({ links, retentionDays: 90 })

  it('S36 redirects by a random slug to the asset\'s own address and leaks nothing', async () => {
    const { url, slug } = await link(1)
    expect(url).toBe(`https://go.example/l/${slug}`)
    expect(slug).toMatch(/^[\w-]{24}$/)
    const { status, headers } = await open(`${slug}?url=https://evil.example&next=//evil.example`)
    expect([status, headers.get('location'), headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([302, 'https://www.example.com/guide', 'no-referrer', 'no-store'])
  })

  it('S36 answers 404 for slugs that are unknown or none', async () => {
    for (const slug of ['x'.repeat(24), '..%2f..%2fetc', 'https:%2f%2fevil.example', '']) {
      const { status, headers } = await open(slug)
      expect([status, headers.get('location')]).toEqual([404, null])
    }
  })

  it('answers nothing but links at the address for prospects', async () => {
    for (const path of ['/v1/hub', '/openapi.json', '/join', '/healthz']) expect((await hub.app.request(`https://go.example${path}`)).status).toBe(404)
  })

  it('makes one link of a repeated request, and none for what may not be sent', async () => {
    const id = hub.id()
    expect((await link(2, id)).slug).toBe((await link(2, id)).slug)
    const ask = (assetId: string) => hub.call('POST', '/v1/links', { as: robin, body: { id: hub.id(), assetId, ref: refOf(2) } })
    expect([(await ask('secret')).status, (await ask('draft')).status, (await ask('nothing')).status]).toEqual([400, 404, 404])
  })

  it('S35 fetches nothing: a redirect is all that leaves', async () => {
    const { slug } = await link(3)
    const before = globalThis.fetch
    globalThis.fetch = () => { throw new Error('the hub fetched') }
    expect((await open(slug)).status).toBe(302)
    globalThis.fetch = before
  })

  it('counts by asset and day only, unless views by person are switched on', async () => {
    expect((await hub.call('GET', '/v1/settings', { as: owner })).body).toMatchObject({ links: 'aggregate' })
    const { slug } = await link(4)
    hub.pass(hour)
    await open(slug)
    expect(await views()).toEqual([])
    expect((await hub.call('GET', '/v1/views/counts', { as: owner })).body).toMatchObject({ items: [{ assetId: 'guide', by: expect.any(String) as string }, {}] })
    const counted = async (asset: string) => ((await hub.call('GET', `/v1/views/counts?asset=${asset}`, { as: owner })).body as { items: unknown[] }).items.length
    expect([await counted('guide'), await counted('secret')]).toEqual([2, 0])
    await setLinks('person')
    await open(slug)
    expect(await views()).toMatchObject([{ record: 'hubspot:1000001:contact:4', agent: { by: 'human' } }])
  })

  it('knows an opening by somebody of the team from the prospect\'s, for a day', async () => {
    const team = { ...byPerson, 'x-forwarded-for': '203.0.113.7' }
    const proxied = await hubOver(hub.database, { config: { proxied: true } })
    proxied.pass(hub.now() - proxied.now() + hour)
    const seen = async (headers: Record<string, string>) => {
      const { slug } = await link(7)
      await proxied.call('GET', `/l/${slug}`, { headers })
      await proxied.settled()
      return (await views()).at(-1)?.agent
    }
    await proxied.call('GET', '/v1/me', { as: robin, headers: team })
    expect(await seen(team)).toEqual({ by: 'machine', cause: 'own-view' })
    expect(await seen({ ...team, 'x-forwarded-for': '203.0.113.8' })).toEqual({ by: 'human', cause: 'visited' })
    expect(await seen({ ...team, 'user-agent': 'Mozilla/5.0 (iPhone)' })).toEqual({ by: 'human', cause: 'visited' })
    proxied.pass(24 * hour)
    expect(await seen(team)).toEqual({ by: 'human', cause: 'visited' })
    const { rows } = await sql`select * from session`.execute(hub.deps.db)
    expect(JSON.stringify(rows)).not.toContain('203.0.113')
  })

  it('names who opened: person, scanner, prefetch, HEAD, or nobody knows', async () => {
    const { slug } = await link(5)
    const from = (await views()).length
    await open(slug)
    hub.pass(hour)
    await open(slug)
    await open(slug, { 'user-agent': 'Mozilla/5.0 (compatible; Barracuda Sentinel)' })
    await open(slug, { ...byPerson, 'sec-purpose': 'prefetch' })
    await open(slug, byPerson, 'HEAD')
    expect((await views()).slice(from).map(({ agent }) => agent)).toEqual([
      { by: 'unknown', cause: 'no-evidence' }, { by: 'human', cause: 'visited' }, { by: 'machine', cause: 'known-bot' }, { by: 'machine', cause: 'probe' }, { by: 'machine', cause: 'probe' },
    ])
  })

  it('keeps no address and no user agent of visitors', async () => {
    const { slug } = await link(6)
    await open(slug, { ...byPerson, 'user-agent': 'Visitor/1.0', 'x-forwarded-for': '203.0.113.9' })
    const tables = await Promise.all(['link', 'link_view', 'link_count', 'audit', 'rate'].map((table) => sql.raw(`select * from ${table}`).execute(hub.deps.db)))
    expect(JSON.stringify(tables)).not.toMatch(/Visitor\/1\.0|203\.0\.113\.9/)
    expect(hub.lines.join('')).not.toMatch(new RegExp(`Visitor/1\\.0|203\\.0\\.113\\.9|${slug}`))
  })

  it('gives the asset\'s own address where prospects could not open a link', async () => {
    const local = await hubOver(hub.database, { config: { linksUrl: 'http://localhost:4280' } })
    const ask = { as: robin, body: { id: hub.id(), assetId: 'guide', ref: refOf(1) } }
    local.pass(hub.now() - local.now())
    expect((await local.call('POST', '/v1/links', ask)).body).toEqual({ url: 'https://www.example.com/guide', tracked: false, reason: 'localhost' })
    expect((await local.call('GET', '/v1/hub')).body).toMatchObject({ links: { open: false, reason: 'localhost' } })
    await setLinks('off')
    expect((await hub.call('POST', '/v1/links', ask)).body).toMatchObject({ tracked: false, reason: 'off' })
    await setLinks('person')
  })

  describe('ingest', () => {
    const sender = { id: '', secret: '' }
    beforeAll(async () => void Object.assign(sender, (await hub.call('POST', '/v1/senders', { as: owner, body: { id: hub.id(), name: 'Website' } })).body))
    const send = (events: unknown[], { secret = sender.secret, at = hub.now(), text = JSON.stringify(events) } = {}) => {
      const timestamp = String(Math.floor(at / 1000))
      return hub.call('POST', `/v1/ingest/${sender.id}`, { body: text, headers: { 'leadside-timestamp': timestamp, 'leadside-signature': sign(secret, timestamp, JSON.stringify(events)) } })
    }
    const touches = async (record: number, email?: string) => ((await hub.call('GET', `${recordPath(record)}/touches${email ? `?email=${emailHash(email)}` : ''}`, { as: robin })).body as { items: { id: string }[] }).items.map(({ id }) => id)

    it('finds touches by record and by e-mail hash', async () => {
      const { body } = await send([touchEvent('a', hub.now(), { ref: refOf(50) }), touchEvent('b', hub.now(), { emailHash: emailHash('pat@example.com') }), touchEvent('c', hub.now(), {})])
      expect(body).toMatchObject({ outcomes: [{ status: 'accepted' }, { status: 'accepted' }, { status: 'refused' }] })
      expect([await touches(50), (await touches(50, 'pat@example.com')).sort(), await touches(51)]).toEqual([['a'], ['a', 'b'], []])
      expect((await send([touchEvent('a', hub.now(), { ref: refOf(50) })])).body).toMatchObject({ outcomes: [{ status: 'duplicate' }] })
    })

    it('refuses a moment that cannot be by itself', async () => {
      const far = touchEvent('far', hub.now(), { ref: refOf(54) })
      const { body } = await send([{ ...far, data: { ...far.data, touch: { ...far.data.touch, at: 1e300 } } }, touchEvent('soon', hub.now() + 90_000_000, { ref: refOf(54) }), touchEvent('now', hub.now(), { ref: refOf(54) })])
      expect(body).toMatchObject({ outcomes: [{ status: 'refused' }, { status: 'refused' }, { status: 'accepted' }] })
    })

    it('S61 erases and exports what was reported by the address alone, where the person\'s other touches tell it', async () => {
      const hash = emailHash('lou@example.com')
      await send([touchEvent('l1', hub.now(), { ref: refOf(55), emailHash: hash }), touchEvent('l2', hub.now(), { emailHash: hash })])
      const about = { refs: [refOf(55)] }
      expect((await hub.call('POST', '/v1/privacy/export', { as: owner, body: about })).body).toMatchObject({ touches: [{ id: 'l1' }, { id: 'l2' }] })
      expect((await hub.call('POST', '/v1/privacy/erase', { as: owner, body: about })).body).toMatchObject({ touches: 2 })
      expect((await send([touchEvent('l3', hub.now(), { emailHash: hash })])).body).toMatchObject({ outcomes: [{ status: 'refused', kind: 'policy' }] })
    })

    it('refuses a wrong, an old and a moved signature alike', async () => {
      const events = [touchEvent('x', hub.now(), { ref: refOf(50) })]
      for (const how of [{ secret: 'guess' }, { at: hub.now() - 301_000 }, { text: '[]' }]) expect((await send(events, how)).body).toMatchObject({ kind: 'untrusted' })
    })

    it('takes the earlier secret for a day after a rotation', async () => {
      const earlier = sender.secret
      Object.assign(sender, (await hub.call('POST', `/v1/senders/${sender.id}/rotate`, { as: owner })).body)
      expect(sender.secret).not.toBe(earlier)
      const events = [touchEvent('r', hub.now(), { ref: refOf(52) })]
      expect([(await send(events)).status, (await send(events, { secret: earlier })).status]).toEqual([200, 200])
      hub.pass(25 * hour)
      expect([(await send(events)).status, (await send(events, { secret: earlier })).status]).toEqual([200, 403])
    })

    it('leaves the system\'s secret standing where a rotation is asked for again, its answer being lost', async () => {
      const events = [touchEvent('again', hub.now(), { ref: refOf(53) })]
      const working = sender.secret
      const rotate = () => hub.call('POST', `/v1/senders/${sender.id}/rotate`, { as: owner })
      expect((await send(events)).status).toBe(200)
      await rotate()
      await rotate()
      expect((await send(events)).status).toBe(200)
      Object.assign(sender, (await rotate()).body)
      expect([(await send(events)).status, (await send(events, { secret: working })).status]).toEqual([200, 200])
      // Once the new one is in use, another rotation takes its turn and the oldest ends.
      const used = sender.secret
      Object.assign(sender, (await rotate()).body)
      expect([(await send(events)).status, (await send(events, { secret: used })).status, (await send(events, { secret: working })).status]).toEqual([200, 200, 403])
    })

    it('takes nothing more from a sender that was ended, by neither secret, and keeps what it reported', async () => {
      const ended = (await hub.call('POST', '/v1/senders', { as: owner, body: { id: hub.id(), name: 'Webinars' } })).body as typeof sender
      const post = (secret: string) => {
        const [text, timestamp] = [JSON.stringify([touchEvent(hub.id(), hub.now(), { ref: refOf(56) })]), String(Math.floor(hub.now() / 1000))]
        return hub.call('POST', `/v1/ingest/${ended.id}`, { body: text, headers: { 'leadside-timestamp': timestamp, 'leadside-signature': sign(secret, timestamp, text) } })
      }
      const named = async () => ((await hub.call('GET', '/v1/senders', { as: owner })).body as { items: { id: string; usedAt?: number }[] }).items.find(({ id }) => id === ended.id)
      expect(await named()).not.toHaveProperty('usedAt')
      expect((await post(ended.secret)).status).toBe(200)
      expect(await named()).toMatchObject({ usedAt: hub.now() })
      const { secret } = (await hub.call('POST', `/v1/senders/${ended.id}/rotate`, { as: owner })).body as typeof sender
      const end = () => hub.call('DELETE', `/v1/senders/${ended.id}`, { as: owner })
      expect([(await end()).body, (await end()).body]).toEqual([{ done: true }, { done: false }])
      for (const one of [secret, ended.secret, '']) expect((await post(one)).body).toMatchObject({ kind: 'untrusted' })
      expect([await named(), (await hub.call('POST', `/v1/senders/${ended.id}/rotate`, { as: owner })).status, (await touches(56)).length]).toEqual([undefined, 404, 1])
      const { rows } = await sql`select secret, earlier_secret from sender where id = ${ended.id}`.execute(hub.deps.db)
      expect(rows).toEqual([{ secret: '', earlier_secret: null }])
    })

    it('keeps a sender\'s secrets sealed', async () => {
      const { rows } = await sql<{ secret: string; earlier_secret: string }>`select secret, earlier_secret from sender where ended_at is null`.execute(hub.deps.db)
      expect(rows).toEqual([expect.objectContaining({ secret: expect.stringMatching(/^v1\./) as string, earlier_secret: expect.stringMatching(/^v1\./) as string })])
      expect(JSON.stringify(rows)).not.toContain(sender.secret)
    })

    it('S61 exports and erases one person everywhere, and lets nothing older back in', async () => {
      const subject = { refs: [refOf(60)], emailHash: emailHash('kim@example.com') }
      const [event, old] = [verdict(hub, 60), verdict(hub, 60)]
      await hub.call('POST', '/v1/events', { as: robin, body: envelopes(event) })
      await open((await link(60)).slug)
      await send([touchEvent('k1', hub.now(), { ref: refOf(60) }), touchEvent('k2', hub.now(), { emailHash: subject.emailHash })])
      const gone = { events: 1, links: 1, views: 1, touches: 2 }
      const counted = ({ body }: { body: unknown }) => Object.fromEntries(Object.entries(body as Record<string, unknown[]>).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.length]] : [])))
      const exported = () => hub.call('POST', '/v1/privacy/export', { as: owner, body: subject })
      expect(counted(await exported())).toEqual(gone)
      hub.pass(1000)
      expect((await hub.call('POST', '/v1/privacy/erase', { as: owner, body: subject })).body).toEqual(gone)
      expect(counted(await exported())).toEqual({ events: 0, links: 0, views: 0, touches: 0 })
      expect((await hub.call('POST', '/v1/events', { as: robin, body: envelopes(old) })).body).toMatchObject({ outcomes: [{ status: 'refused', kind: 'policy' }] })
      expect((await send([touchEvent('k3', hub.now() - 2000, { ref: refOf(60) })])).body).toMatchObject({ outcomes: [{ status: 'refused', kind: 'policy' }] })
      expect((await hub.call('GET', `${recordPath(60)}/standing`, { as: robin })).body).toEqual({})
      const { rows } = await sql<{ same: boolean }>`select (select count(*) from standing) = (select coalesce(sum(n), 0) from rollup where grouping = 'all') as same`.execute(hub.deps.db)
      expect(rows).toEqual([{ same: true }])
    })

    it('gives a member everything kept about themselves, and of nobody else', async () => {
      const { body } = await hub.call('GET', '/v1/me/export', { as: robin })
      const mine = body as { person: { id: string }; sessions: unknown[]; events: unknown[]; links: unknown[]; views: unknown[]; acts: { personId: string }[] }
      expect(mine.person.id).toBe(robin.personId)
      expect([mine.sessions.length, mine.links.length > 0, mine.views.length > 0]).toEqual([1, true, true])
      expect(new Set(mine.acts.map(({ personId }) => personId))).toEqual(new Set([robin.personId]))
      expect(JSON.stringify(body)).not.toContain(robin.token)
      expect(JSON.stringify(body)).not.toContain(owner.personId)
    })

    it('notes who did and read what, naming nobody', async () => {
      const { items } = (await hub.call('GET', '/v1/audit', { as: owner })).body as { items: { act: string; personId: string }[] }
      expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['settings-links-person', 'sender-added', 'person-exported', 'person-erased', 'touches-read', 'standing-read', 'invited-rep']))
      expect(JSON.stringify(items)).not.toContain('1000001')
    })

    it('deletes what outlived its time', async () => {
      const event = verdict(hub, 70)
      await hub.call('POST', '/v1/events', { as: robin, body: envelopes(event) })
      const counts = async () => (await sql`select * from rollup order by 1, 2, 3, 4, 5`.execute(hub.deps.db)).rows
      const counted = await counts()
      hub.pass(60 * 24 * hour)
      await hub.call('GET', '/v1/me', { as: robin })
      expect((await applyRetention(hub.deps)).touches).toBe(0)
      hub.pass(40 * 24 * hour)
      const deleted = await applyRetention(hub.deps)
      expect(deleted.events).toBeGreaterThan(0)
      expect(deleted.touches).toBeGreaterThan(0)
      expect((await hub.call('POST', '/v1/events', { as: robin, body: envelopes(event) })).body).toMatchObject({ outcomes: [{ status: 'refused', kind: 'policy', detail: 'retention' }] })
      expect(await counts()).toEqual(counted)
    })
  })
})
