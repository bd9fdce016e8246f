import { describe, expect, it } from 'vitest'
import { createLibrary } from '@/lib/app/library'
import { createTestApp } from '../../fakes/app'
import { makeAsset } from '../domain/make'

async function library() {
  const app = await createTestApp()
  return { ...app, library: createLibrary(app.deps), found: async (words: string) => (await app.deps.search.search(words, {}, 10)).hits.map(({ assetId }) => assetId) }
}

describe('the library', () => {
  it('saves, counts versions up, and is found at once', async () => {
    const { library: shelf, found, clock, told } = await library()
    expect(await found('guide')).toEqual([])
    await shelf.save(makeAsset({ version: 7 }))
    expect(await shelf.save(makeAsset({ title: 'The handbook' }))).toMatchObject({ version: 2, updatedAt: clock.now() })
    expect([await found('handbook'), told.includes('library')]).toEqual([['guide'], true])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.com/', 'https://user:pw@example.com/', ' java\tscript:alert(1)', 'file:///etc/passwd'])('S32 refuses to keep %j', async (url) => {
    const { library: shelf } = await library()
    await expect(shelf.save(makeAsset({ url }))).rejects.toMatchObject({ kind: 'invalid' })
    await shelf.importChunk('i', [makeAsset({ url })], true)
    expect(await shelf.list()).toEqual([])
  })

  it('takes no edit of another version than what is kept: the second writer is told', async () => {
    const { library: shelf } = await library()
    const opened = await shelf.save(makeAsset())
    await shelf.save({ ...opened, title: 'Theirs' })
    await expect(shelf.save({ ...opened, abstract: 'Mine' })).rejects.toMatchObject({ kind: 'conflict', detail: 'Theirs' })
    expect(await shelf.save({ ...opened, abstract: 'Mine', version: 2 })).toMatchObject({ version: 3 })
  })

  it('loses nothing of what is done to an asset at one moment', async () => {
    const { library: shelf, clock } = await library()
    await shelf.save(makeAsset())
    await Promise.all([shelf.verify(['guide']), shelf.archive(['guide'])])
    expect(await shelf.list()).toMatchObject([{ status: 'archived', verifiedAt: clock.now() }])
  })

  it('archives and verifies', async () => {
    const { library: shelf, clock, found } = await library()
    await shelf.save(makeAsset())
    await shelf.verify(['guide', 'gone'])
    await shelf.archive(['guide'])
    expect(await shelf.list()).toMatchObject([{ status: 'archived', verifiedAt: clock.now() }])
    expect(await found('guide')).toEqual([])
  })
})

describe('importing', () => {
  it('shows nothing before the last chunk, and then everything', async () => {
    const { library: shelf, found } = await library()
    await shelf.importChunk('i', [makeAsset({ id: 'a', title: 'Alpha' })], false)
    expect([await shelf.list(), await found('alpha')]).toEqual([[], []])
    await shelf.importChunk('i', [makeAsset({ id: 'b', title: 'Beta' })], true)
    expect((await shelf.list()).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await found('alpha')).toEqual(['a'])
  })

  it('leaves nothing of a cancelled import', async () => {
    const { library: shelf } = await library()
    await shelf.importChunk('i', [makeAsset({ id: 'a' })], false)
    await shelf.cancelImport('i')
    await shelf.importChunk('i', [makeAsset({ id: 'b' })], true)
    expect((await shelf.list()).map(({ id }) => id)).toEqual(['b'])
  })
})
