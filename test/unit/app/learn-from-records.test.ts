import { describe, expect, it } from 'vitest'
import { createDataCare } from '@/lib/app/data'
import type { RawTouch } from '@/lib/domain/touch'
import { createTestApp, lead, rep, snapshotOf, type TestApp } from '../../fakes/app'
import { day, hour, makeAsset } from '../domain/make'

async function begin() {
  const app = await createTestApp()
  await app.deps.assets.put(['a', 'b', 'c'].map((id) => makeAsset({ id, url: `https://www.example.com/${id}` })))
  const now = app.clock.now()
  const visit = (id: string, ago: number): RawTouch => ({
    id: `${id}${ago}`, at: now - ago, kind: 'page-view', title: id, url: `https://www.example.com/${id}`, origin: { system: 'hs-events', id: `${id}${ago}` }, signals: { deliberate: true },
  })
  return { ...app, now, visit }
}
const read = async (app: TestApp, n: number, touches: RawTouch[], readAt: number) => app.learner.read(snapshotOf(lead(n), { touches, readAt }))

describe('learning from records', () => {
  it('counts the people of opened records, who are never counted twice', async () => {
    const app = await begin()
    const touches = [app.visit('a', 3 * day), app.visit('b', 2 * day)]
    for (const n of [1, 1, 2]) await read(app, n, touches, app.now)
    const { follows, seen } = await app.history.counts(['a', 'b'])
    expect([follows.get('a')?.get('b'), seen?.get('a')]).toEqual([2, 2])
  })

  it('adds what came since, and leaves what may still be reported to the next reading', async () => {
    const app = await begin()
    await app.history.counts()
    await read(app, 1, [app.visit('a', 3 * day), app.visit('b', hour / 2)], app.now)
    expect((await app.history.counts()).seen?.get('b')).toBeUndefined()
    await read(app, 1, [app.visit('a', 3 * day), app.visit('b', hour / 2)], app.now + day)
    const { follows, seen } = await app.history.counts()
    expect([seen?.get('a'), seen?.get('b'), follows.get('a')?.get('b')]).toEqual([1, 1, 1])
  })

  it('is done behind the opening of a record', async () => {
    const app = await begin()
    await app.opened(lead(1), { touches: [app.visit('a', 3 * day)] })
    await expect.poll(async () => (await app.history.counts()).seen?.get('a')).toBe(1)
  })

  it('does not count a verdict\'s evidence once more', async () => {
    const app = await begin()
    await read(app, 1, [app.visit('a', 3 * day), app.visit('b', 2 * day)], app.now)
    const evidence = { playbook: '1', campaigns: [], digest: '', stories: ['a', 'b'].map((id, at) => ({ key: id, title: id, assetId: id, count: 1, last: at })) }
    await app.deps.ledger.append([{ type: 'verdict', id: app.newId(), at: app.now, ref: lead(1), rep, verdict: 'good', evidence }], [])
    expect((await app.history.counts()).seen?.get('a')).toBe(1)
  })

  it('takes a person out of the counts, and searches for their name, when they are erased', async () => {
    const app = await begin()
    const touches = [app.visit('a', 3 * day), app.visit('b', 2 * day)]
    for (const n of [1, 2]) {
      const snapshot = snapshotOf(lead(n), { touches, readAt: app.now, person: { name: `Person ${n}` } })
      await app.deps.snapshots.put(snapshot)
      await app.learner.read(snapshot)
    }
    for (const query of ['offer for Person', 'gdpr']) await app.deps.misses.count({ key: query, query }, app.now)
    await createDataCare(app.deps).deletePerson('Person 1')
    expect((await app.deps.misses.all()).map(({ query }) => query)).toEqual(['gdpr'])
    expect(await app.deps.learned.counted([`salesforce:${lead(1).org}:lead:${lead(1).id}`])).toBeUndefined()
    expect((await app.deps.learned.all()).map(({ item, people }) => [item, people])).toEqual([['a', 1], ['b', 1]])
    expect((await app.history.counts()).seen?.get('a')).toBe(1)
  })
})
