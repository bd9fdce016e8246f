import { describe, expect, it } from 'vitest'
import { noteUse, setFavourite } from '@/lib/app/handy-assets'
import { handyAssets, searchAssets } from '@/lib/app/search-assets'
import { createTestApp, lead, type TestApp } from '../../fakes/app'
import { day, makeAsset } from '../domain/make'

async function shelf(app: TestApp) {
  const now = app.clock.now()
  const assets = [
    makeAsset({ id: 'retail', title: 'Stock guide', industries: ['retail'], updatedAt: now - 30 * day }), makeAsset({ id: 'food', title: 'Stock guide', industries: ['food'], updatedAt: now - 30 * day }),
    makeAsset({ id: 'sheet', title: 'Price sheet', shareable: false, updatedAt: now - 30 * day }),
  ]
  await app.deps.assets.put(assets)
  await app.deps.search.changed(assets, [])
}

const find = (app: TestApp, query: string, ref?: ReturnType<typeof lead>) => searchAssets(app.deps, { query, filters: {}, limit: 10, ...(ref ? { ref } : {}) })

describe('searching the library for a rep', () => {
  it('finds, counts and says why something cannot be sent', async () => {
    const app = await createTestApp()
    await shelf(app)
    const { hits, total } = await find(app, 'price sheet')
    expect([hits[0]?.asset.id, hits[0]?.blocked?.id, total]).toEqual(['sheet', 'sendRule.not_shareable', 1])
  })

  it('puts what fits the person first and says so', async () => {
    const app = await createTestApp()
    await shelf(app)
    await app.opened(lead(1), { person: { industry: 'Food & Beverage' } })
    const { hits } = await find(app, 'stock', lead(1))
    expect(hits.map(({ asset, fit }) => [asset.id, fit?.id])).toEqual([['food', 'suggest.industry'], ['retail', undefined]])
  })

  it.each([['price sheet', 0], ['stock guide', 2], ['stock questionnaire', 0], ['gdpr questionnaire', 0], ['stock guide questionnaire', 2], ['stok guide', 2]])('knows how many hits answer "%s" and can be used: %i', async (query, fitting) => {
    const app = await createTestApp()
    await shelf(app)
    expect((await find(app, query)).fitting).toBe(fitting)
  })

  it('has favourites and what was used lately at hand, the last first, each once', async () => {
    const app = await createTestApp()
    await shelf(app)
    const handy = async () => Object.values(await handyAssets(app.deps, undefined)).map((hits) => hits.map(({ asset }) => asset.id))
    expect(await handy()).toEqual([[], []])
    for (const id of ['retail', 'food', 'sheet', 'gone']) {
      app.clock.advance(1_000)
      await noteUse(app.deps, id)
    }
    await setFavourite(app.deps, 'food', true)
    expect(await handy()).toEqual([['food'], ['sheet', 'retail']])
    app.clock.advance(31 * day)
    expect(await handy()).toEqual([['food'], []])
  })

  it('remembers so many uses and no more', async () => {
    const app = await createTestApp()
    for (let n = 0; n < 45; n += 1) {
      app.clock.advance(1_000)
      await noteUse(app.deps, `asset-${n}`)
    }
    expect((await app.deps.marks.newest('used-asset', 99)).map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, n) => `asset-${44 - n}`))
  })

  it('puts favourites first, until they are none', async () => {
    const app = await createTestApp()
    await shelf(app)
    for (const id of ['retail', 'food']) {
      await setFavourite(app.deps, id, true)
      expect((await find(app, 'stock')).hits[0]).toMatchObject({ asset: { id }, fit: { id: 'suggest.favourite' } })
      await setFavourite(app.deps, id, false)
    }
    expect((await find(app, 'stock')).hits.every(({ fit }) => fit === undefined)).toBe(true)
  })
})
