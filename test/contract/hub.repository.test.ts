import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssetOutcome } from '@/lib/hub-client/contract'
import { assetOf, playbookOf } from './hub/examples'
import { createHub, engines, type Hub, type Member } from './hub/harness'

interface Page { items: { id: string; asset?: { version: number; title: string } }[]; next: string; more: boolean }

describe.each(engines)('the repository of the hub on %s', (engine) => {
  let hub: Hub
  let marketer: Member
  let robin: Member
  beforeAll(async () => {
    hub = await createHub(engine)
    const owner = await hub.owner()
    ;[marketer, robin] = [await hub.member(owner, 'marketer'), await hub.member(owner, 'rep')]
  }, 120_000)
  afterAll(() => hub.close())

  const write = async (...items: unknown[]): Promise<AssetOutcome[]> => ((await hub.call('POST', '/v1/assets', { as: marketer, body: { items } })).body as { outcomes: AssetOutcome[] }).outcomes
  const pull = async (as: Member, after = '0'): Promise<{ items: Page['items']; next: string; pages: number }> => {
    const items: Page['items'] = []
    for (let [cursor, pages] = [after, 1]; ; pages += 1) {
      const page = (await hub.call('GET', `/v1/assets?after=${cursor}`, { as })).body as Page
      items.push(...page.items)
      cursor = page.next
      if (!page.more) return { items, next: cursor, pages }
    }
  }

  it('gives versions and lets only changes travel after the first pull', async () => {
    await write({ base: 0, asset: assetOf('a') }, { base: 0, asset: assetOf('b') })
    const first = await pull(robin)
    expect(await write({ base: 1, asset: assetOf('a', { title: 'Changed' }) })).toMatchObject([{ status: 'stored', version: 2 }])
    const second = await pull(robin, first.next)
    expect(second.items).toMatchObject([{ id: 'a', asset: { version: 2, title: 'Changed' } }])
    expect((await pull(robin, second.next)).items).toEqual([])
  })

  it('tells a deletion, and goes on counting versions after it', async () => {
    await write({ base: 0, asset: assetOf('gone') })
    const { next } = await pull(robin)
    expect(await write({ base: 1, removed: 'gone' })).toMatchObject([{ status: 'removed', version: 2 }])
    expect((await pull(robin, next)).items).toEqual([{ id: 'gone' }])
    expect(await write({ base: 0, asset: assetOf('gone') })).toMatchObject([{ status: 'conflict' }])
    expect(await write({ base: 2, asset: assetOf('gone') })).toMatchObject([{ status: 'stored', version: 3 }])
  })

  it('shows the second writer both sides and keeps the first', async () => {
    await write({ base: 0, asset: assetOf('both') })
    await write({ base: 1, asset: assetOf('both', { title: 'First' }) })
    const [conflict] = await write({ base: 1, asset: assetOf('both', { title: 'Second' }) })
    expect(conflict).toMatchObject({ status: 'conflict', version: 2, current: { title: 'First' }, yours: { title: 'Second' } })
    expect((await pull(robin)).items.find(({ id }) => id === 'both')).toMatchObject({ asset: { title: 'First' } })
  })

  it('takes a repeated write as the one it was', async () => {
    const item = { base: 0, asset: assetOf('twice') }
    await write(item)
    expect(await write(item)).toMatchObject([{ status: 'stored', version: 1 }])
  })

  it('keeps drafts from reps, and takes back what becomes one', async () => {
    await write({ base: 0, asset: assetOf('draft', { status: 'draft' }) }, { base: 0, asset: assetOf('back') })
    const before = await pull(robin)
    expect(before.items.find(({ id }) => id === 'draft')).toEqual({ id: 'draft' })
    expect((await pull(marketer)).items.find(({ id }) => id === 'draft')).toHaveProperty('asset')
    await write({ base: 1, asset: assetOf('back', { status: 'draft' }) })
    expect((await pull(robin, before.next)).items).toEqual([{ id: 'back' }])
  })

  it('refuses what is no asset and an address that must not be opened, alone', async () => {
    const outcomes = await write({ base: 0, asset: { id: 'no' } }, { base: 0, asset: assetOf('js', { url: 'javascript:alert(1)' }) }, { base: 0, asset: assetOf('fine') })
    expect(outcomes.map(({ status }) => status)).toEqual(['refused', 'refused', 'stored'])
  })

  it('F48 keeps fields of a newer release on the round trip', async () => {
    await write({ base: 0, asset: { ...assetOf('newer'), rating: 5 } })
    expect((await pull(robin)).items.find(({ id }) => id === 'newer')).toMatchObject({ asset: { rating: 5 } })
  })

  it('answers 304 until something changed', async () => {
    const { headers } = await hub.call('GET', '/v1/assets', { as: robin })
    const again = () => hub.call('GET', '/v1/assets', { as: robin, headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect((await again()).status).toBe(304)
    await write({ base: 0, asset: assetOf('news') })
    expect((await again()).status).toBe(200)
  })

  it('finds assets by their words', async () => {
    await write({ base: 0, asset: assetOf('zebra', { title: 'Striped zebra pricing' }) })
    const { body } = await hub.call('GET', '/v1/assets/search?q=zebra', { as: robin })
    expect((body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(['zebra'])
  })

  it('brings 10,000 assets in one paged pull, gzipped', async () => {
    for (let from = 0; from < 10_000; from += 500) {
      await write(...Array.from({ length: 500 }, (_, index) => ({ base: 0, asset: assetOf(`many-${from + index}`) })))
    }
    const { items, pages } = await pull(robin)
    expect(items.filter(({ id }) => id.startsWith('many-'))).toHaveLength(10_000)
    expect(pages).toBe(11)
    const packed = await hub.app.request('https://hub.example/v1/assets', { headers: { 'authorization': `Bearer ${robin.token}`, 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const raw = gunzipSync(await packed.arrayBuffer())
    expect(JSON.parse(raw.toString())).toHaveProperty('items')
  }, 120_000)

  it('versions the playbook, and shows the second writer both', async () => {
    const put = async (body: unknown) => (await hub.call('PUT', '/v1/playbook', { as: marketer, body })).body
    expect(await put({ playbook: playbookOf('1') })).toMatchObject({ status: 'stored' })
    expect(await put({ playbook: playbookOf('1') })).toMatchObject({ status: 'stored' })
    expect(await put({ base: '1', playbook: playbookOf('2') })).toMatchObject({ status: 'stored' })
    expect(await put({ base: '1', playbook: playbookOf('2b') })).toMatchObject({ status: 'conflict', current: { version: '2' }, yours: { version: '2b' } })
    expect((await hub.call('GET', '/v1/playbook', { as: robin })).body).toMatchObject({ playbook: { version: '2' } })
    expect((await hub.call('GET', '/v1/playbook/versions/1', { as: robin })).body).toMatchObject({ playbook: { version: '1' } })
  })
})
