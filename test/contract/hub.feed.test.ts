import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetOf, playbookOf } from './hub/examples'
import { createHub, engines, type Hub, type Member } from './hub/harness'

const day = 86_400_000

describe.each(engines)('the feed of the hub on %s', (engine) => {
  let hub: Hub
  let marketer: Member
  const feed = { id: '', path: '' }
  beforeAll(async () => {
    hub = await createHub(engine)
    marketer = await hub.member(await hub.owner(), 'marketer')
    const items = [assetOf('old'), assetOf('draft', { status: 'draft' }), assetOf('inside', { shareable: false }), assetOf('later')].map((asset) => ({ base: 0, asset }))
    await hub.call('POST', '/v1/assets', { as: marketer, body: { items } })
    hub.pass(day)
    await hub.call('POST', '/v1/assets', { as: marketer, body: { items: [{ base: 0, asset: assetOf('new', { language: 'de' }) }, { base: 1, asset: assetOf('old', { title: 'Changed' }) }] } })
    const whole = { id: 'spring', label: 'Spring offer', products: [], offer: 'Three months free', terms: 'Until May', say: 'Our best', avoid: 'Never promise', assetIds: ['draft', 'new'], audience: [] }
    const promotions = [
      { assetId: 'old', from: hub.now() - 1, until: hub.now() + day }, { assetId: 'later', from: hub.now() + 1 }, { assetId: 'draft' }, { assetId: 'gone' }, whole,
    ]
    await hub.call('PUT', '/v1/playbook', { as: marketer, body: { playbook: { ...playbookOf('1'), promotions } } })
    feed.id = hub.id()
    const { body } = await hub.call('POST', '/v1/feeds', { as: marketer, body: { id: feed.id, name: 'Newsletter' } })
    feed.path = (body as { url: string }).url.replace('https://hub.example', '')
  }, 120_000)
  afterAll(() => hub.close())

  const read = async () => {
    const { body } = await hub.call('GET', feed.path)
    return body as { items: { id: string; url: string; title: string; date_published: string }[] }
  }

  it('tells what is promoted now, then what is new, and only what may be sent', async () => {
    const { items } = await read()
    expect(items.map(({ id }) => id)).toEqual(['promotion:asset:old', 'promotion:spring', 'asset:new', 'asset:later', 'asset:old'])
    expect(items[0]).toMatchObject({ url: 'https://www.example.com/old', title: 'Changed', tags: ['promotion'], _leadside: { until: new Date(hub.now() + day).toISOString() } })
    expect(items[1]).toMatchObject({ title: 'Spring offer', content_text: 'Three months free\n\nUntil May', url: 'https://www.example.com/new', _leadside: { assets: [{ title: 'Guide new' }] } })
    expect(JSON.stringify(items)).not.toMatch(/Our best|Never promise/)
    expect(items[2]).toMatchObject({ date_published: new Date(hub.now()).toISOString(), language: 'de', content_text: 'How others did it' })
    expect(await read()).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: 'Leadside hub', feed_url: `https://hub.example${feed.path}` })
  })

  it('has an address nobody guesses, shown once, and answers 304 while nothing is new', async () => {
    expect(feed.path).toMatch(/^\/feed\/[\w-]{32}$/)
    expect((await hub.call('POST', '/v1/feeds', { as: marketer, body: { id: feed.id, name: 'Newsletter' } })).body).not.toHaveProperty('url')
    const { headers } = await hub.call('GET', feed.path)
    expect(headers.get('content-type')).toContain('application/feed+json')
    expect((await hub.call('GET', feed.path, { headers: { 'if-none-match': headers.get('etag') ?? '' } })).status).toBe(304)
    expect((await hub.call('GET', `/feed/${'x'.repeat(32)}`)).status).toBe(404)
    expect(hub.lines.join('')).not.toContain(feed.path.slice(6))
  })

  it('ends with its promotions, and when it is revoked', async () => {
    hub.pass(2 * day)
    expect((await read()).items.map(({ id }) => id)).toEqual(['promotion:asset:later', 'promotion:spring', 'asset:new', 'asset:later', 'asset:old'])
    expect((await hub.call('DELETE', `/v1/feeds/${feed.id}`, { as: marketer })).body).toEqual({ done: true })
    expect((await hub.call('GET', feed.path)).status).toBe(404)
    expect((await hub.call('GET', '/v1/feeds', { as: marketer })).body).toEqual({ items: [] })
  })
})
