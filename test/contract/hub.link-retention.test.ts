import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyRetention } from '@/hub/privacy/retention'
import { refOf } from './hub/examples'
import { engines } from './hub/harness'
import { createLinkHub, type LinkHub } from './hub/linking'

const day = 86_400_000

describe.each(engines)('how long the hub knows whose a link is on %s', (engine) => {
  let hub: LinkHub['hub']
  let owner: LinkHub['owner']
  let robin: LinkHub['robin']
  let { settle, link, open, views } = {} as LinkHub
  beforeAll(async () => {
    ({ hub, owner, robin, settle, link, open, views } = await createLinkHub(engine))
  }, 120_000)
  afterAll(() => hub.close())

  const led = async (slug: string) => {
    const { status, headers } = await open(slug)
    return [status, headers.get('location')]
  }
  const seen = async (as = robin) => (await views(as)).map(({ record }) => record)
  const counted = async () => (await sql<{ n: number }>`select coalesce(sum(n), 0)::int as n from link_count`.execute(hub.deps.db)).rows[0]?.n ?? 0
  const rowOf = async (slug: string) => (await sql<Record<string, unknown>>`select id, asset_id, record_key, person_id, send_id from link where slug = ${slug}`.execute(hub.deps.db)).rows[0]
  /** Somebody is there now and then, so that no session ends. */
  const days = async (count: number) => {
    hub.pass(count * day)
    for (const as of [owner, robin]) await hub.call('GET', '/v1/me', { as })
  }

  it('forgets record and person after its own time, and goes on redirecting', async () => {
    await settle({ linkDays: 45 })
    const ids = [hub.id(), hub.id()]
    const old = await link(1, ids[0])
    await days(1)
    await open(old.slug)
    expect(await seen()).toEqual(['hubspot:1000001:contact:1'])
    await days(29)
    const young = await link(2, ids[1])
    await days(16)
    expect([(await applyRetention(hub.deps)).links, (await applyRetention(hub.deps)).links]).toEqual([1, 0])
    const forgotten = await rowOf(old.slug)
    expect(forgotten).toEqual({ id: expect.any(String) as string, asset_id: 'guide', record_key: null, person_id: null, send_id: null })
    // The id was the send's.
    expect(forgotten?.['id']).not.toBe(ids[0])
    expect(await rowOf(young.slug)).toEqual({ id: ids[1], asset_id: 'guide', record_key: 'hubspot:1000001:contact:2', person_id: robin.personId, send_id: ids[1] })

    const before = await counted()
    expect([await led(old.slug), await led(young.slug)]).toEqual([[302, 'https://www.example.com/guide'], [302, 'https://www.example.com/guide']])
    expect(await counted()).toBe(before + 2)
    for (const as of [robin, owner]) expect(await seen(as)).toEqual(['hubspot:1000001:contact:2'])
  })

  it('S61 has nothing left of it to export or to erase', async () => {
    const about = { refs: [refOf(1)] }
    expect((await hub.call('POST', '/v1/privacy/export', { as: owner, body: about })).body).toMatchObject({ links: [], views: [] })
    expect((await hub.call('POST', '/v1/privacy/erase', { as: owner, body: about })).body).toMatchObject({ links: 0, views: 0 })
    expect((await hub.call('GET', '/v1/me/export', { as: robin })).body).toMatchObject({ links: [{ record: 'hubspot:1000001:contact:2' }] })
  })

  it('takes as long as everything else where nothing is said', async () => {
    expect((await settle({ linkDays: null, retentionDays: 90 })).body).not.toHaveProperty('linkDays')
    await days(60)
    expect((await applyRetention(hub.deps)).links).toBe(0)
    await days(31)
    expect((await applyRetention(hub.deps)).links).toBe(1)
    await settle({})
    await link(3)
    await days(80)
    expect((await applyRetention(hub.deps)).links).toBe(0)
  })

  it('keeps no trace of visitors whose tries were counted, nor of sign-ins nobody finished', async () => {
    await hub.join('x'.repeat(32))
    await sql`insert into sign_in (hash, device, nonce, redirect_uri, expires_at) values ('\\x01', gen_random_uuid(), 'n', 'r', ${hub.now()})`.execute(hub.deps.db)
    const left = async () => (await sql<{ n: number }>`select ((select count(*) from rate) + (select count(*) from sign_in))::int as n`.execute(hub.deps.db)).rows[0]?.n
    expect(await left()).toBeGreaterThan(1)
    await days(2)
    await applyRetention(hub.deps)
    expect(await left()).toBe(0)
  })

  it('F48 keeps of the settings what an older release does not speak of, and what a newer one wrote', async () => {
    await settle({ linkDays: 60, statusByVerdict: { good: 'OPEN' }, later: 'of a newer release', retentionDays: 90 })
    expect((await settle({})).body).toEqual({ name: 'Team', links: 'person', legalGround: 'Consent in the form', linkDays: 60, statusByVerdict: { good: 'OPEN' }, later: 'of a newer release' })
    expect((await hub.call('GET', '/v1/settings', { as: robin })).body).toMatchObject({ linkDays: 60, later: 'of a newer release' })
    expect((await settle({ linkDays: 10 })).status).toBe(400)
  })
})
