import { describe, expect, it } from 'vitest'
import { searchAssets, setFavourite } from '@/lib/app/search-assets'
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

const find = (app: TestApp, query: string, ref?: ReturnType<typeof lead>) => searchAssets(app.deps, app.history, { query, filters: {}, limit: 10, ...(ref ? { ref } : {}) })

describe('searching the library for a rep', () => {
  it('finds, counts and says why something cannot be sent', async () => {
    const app = await createTestApp()
    await shelf(app)
    const { hits, total, librarySize } = await find(app, 'price sheet')
    expect([hits[0]?.asset.id, hits[0]?.blocked?.id, total, librarySize]).toEqual(['sheet', 'sendRule.not_shareable', 1, 3])
  })

  it('puts what fits the person first and says so', async () => {
    const app = await createTestApp()
    await shelf(app)
    await app.opened(lead(1), { person: { industry: 'Food & Beverage' } })
    const { hits } = await find(app, 'stock', lead(1))
    expect(hits.map(({ asset, fit }) => [asset.id, fit?.id])).toEqual([['food', 'suggest.industry'], ['retail', undefined]])
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
