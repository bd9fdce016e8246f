import { describe, expect, it } from 'vitest'
import { createSourceDesk } from '@/lib/app/sources/index'
import { asset } from '@/lib/domain/asset'
import type { SourceKind } from '@/lib/domain/source'
import { createAssetSources } from '@/lib/sources/sources'
import { createTestApp } from '../fakes/app'
import { createSandbox } from '../sandbox/sandbox'

const site = 'https://blog.quayside.example'
const dayMs = 86_400_000

/** The use case over real stores and real readers, against the sandbox's site. */
async function desk() {
  const app = await createTestApp()
  const sandbox = createSandbox({ clock: app.clock.now })
  const readers = createAssetSources({ fetch: sandbox.fetch, now: app.clock.now, allowed: async () => true, granted: async () => true }, [])
  const sources = createSourceDesk({ app: app.deps, readers, locks: { tryRun: async (_, task) => ({ value: await task() }) } })
  const library = async () => Object.fromEntries((await app.deps.assets.all()).map((one) => [one.title, one.status]))
  return { ...app, sandbox, sources, library }
}

describe.each<[SourceKind, string]>([
  ['file', '/assets.json'], ['json-feed', '/feed.json'], ['rss', '/feed.xml'], ['rss', '/atom.xml'], ['sitemap', '/sitemap.xml'], ['wordpress', '/wp-json/'],
])('every source behaves alike: %s at %s', (kind, path) => {
  it('fills the library with assets that can be sent, follows what changes, and changes nothing when it fails', async () => {
    const { sources, library, sandbox, deps, clock } = await desk()
    const preview = await sources.preview({ kind, address: site + path })
    expect(Object.values(preview.mapping)).toEqual(expect.arrayContaining(['title', 'abstract', 'url']))
    expect([preview.problems, preview.added, preview.sendable]).toEqual([[], preview.items, preview.items])
    const { id } = await sources.follow({ kind, address: site + path, fixed: { topics: ['blog'] } })

    const all = await deps.assets.all()
    for (const one of all) expect(asset.parse(one)).toEqual(one)
    expect(all.find(({ title }) => title === 'Calm stock')).toMatchObject({ abstract: expect.stringContaining('Less stock') as string, shareable: true, status: 'approved', topics: expect.arrayContaining(['blog']) as string[] })

    const [newest, ...rest] = sandbox.site.posts().toSorted((a, b) => (a.at < b.at ? 1 : -1))
    sandbox.site.set([...rest, { slug: 'new', title: 'Brand new', summary: 'Today', at: '2026-04-01T00:00:00Z', tags: [], type: 'posts' }])
    clock.advance(dayMs)
    await sources.refreshDue()
    expect(await library()).toMatchObject({ 'Brand new': 'approved', 'Calm stock': 'approved', [newest?.title ?? '']: 'archived' })

    const before = await deps.assets.all()
    sandbox.faults.add({ host: 'blog.quayside.example', effect: { kind: 'server-error' } })
    await expect(sources.refresh(id)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await deps.assets.all()).toEqual(before)
    sandbox.faults.clear()
    expect((await sources.refresh(id)).error).toBeUndefined()
    expect(await deps.assets.all()).toEqual(before)
  })

  it('gives the same asset the same id in two browsers', async () => {
    const [one, two] = [await desk(), await desk()]
    for (const { sources } of [one, two]) await sources.follow({ kind, address: site + path })
    expect((await one.deps.assets.all()).map(({ id }) => id)).toEqual((await two.deps.assets.all()).map(({ id }) => id))
  })
})
