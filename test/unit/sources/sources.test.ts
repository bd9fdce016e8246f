import { describe, expect, it } from 'vitest'
import type { SourceKind } from '@/lib/domain/source'
import { reading, site } from './read'

const web: [SourceKind, string, Record<string, unknown>][] = [
  ['file', '/assets.json', { id: 'site-stock-calm', title: 'Calm stock', abstract: 'Less stock, fewer gaps', url: `${site}/stock-calm` }],
  ['json-feed', '/feed.json', { title: 'Calm stock', summary: 'Less stock, fewer gaps', url: `${site}/stock-calm`, tags: ['inventory', 'planning'], language: 'en', author: 'Ines', date_published: '2026-02-12T09:00:00.000Z' }],
  ['rss', '/feed.xml', { title: 'Calm stock', description: 'Less stock, fewer gaps', link: `${site}/stock-calm`, categories: ['inventory', 'planning'], language: 'en-GB', published: '2026-02-12T09:00:00.000Z' }],
  ['rss', '/atom.xml', { title: 'Calm stock', description: 'Less stock, fewer gaps', link: `${site}/stock-calm`, categories: ['inventory', 'planning'], language: 'de', author: 'Ines', published: '2026-02-12T09:00:00.000Z' }],
  ['sitemap', '/sitemap.xml', { title: 'Calm stock', description: 'Less stock, fewer gaps', url: `${site}/stock-calm`, type: 'blog-post', keywords: ['inventory', 'planning'], language: 'en', author: 'Ines', published: '2026-02-12T09:00:00.000Z' }],
  ['wordpress', '/wp-json/', { title: 'Calm stock', description: 'Less stock, fewer gaps […]', link: `${site}/stock-calm/`, type: 'blog-post', tags: ['inventory', 'planning'], published: '2026-02-12T09:00:00.000Z' }],
]

describe.each(web)('a source of kind %s at %s', (kind, path, row) => {
  it('gives every item in its own columns, without markup', async () => {
    const { fresh } = reading()
    const read = await fresh(kind, site + path)
    expect(read.rows).toContainEqual(expect.objectContaining(row))
    expect(JSON.stringify(read.rows)).not.toMatch(/<|alert\(/)
    expect(JSON.stringify(read.rows)).toContain(kind === 'file' ? 'can &amp; cannot' : 'can & cannot')
  })

  it('is asked again on condition only, and says so where nothing changed', async () => {
    const { fresh, sources, sandbox, asked } = reading()
    const { memory } = await fresh(kind, site + path)
    sandbox.log.clear()
    expect(await sources.read(kind, { address: site + path, memory: JSON.parse(JSON.stringify(memory)) })).toMatchObject({ notModified: true })
    expect(asked().every((line) => line.startsWith('304'))).toBe(true)
  })

  it('brings what is new, and asks nothing twice for it', async () => {
    const { fresh, sandbox } = reading()
    const { memory } = await fresh(kind, site + path)
    sandbox.log.clear()
    sandbox.site.set([...sandbox.site.posts(), { slug: 'new', title: 'Brand new', summary: 'Today', at: '2026-11-01T00:00:00Z', tags: [], type: 'posts' }])
    expect(JSON.stringify((await fresh(kind, site + path, memory)).rows)).toContain('Brand new')
    const answered = sandbox.log.entries.filter(({ status }) => status === 200).map(({ path: asked, search }) => asked + search)
    expect(answered.length).toBe(new Set(answered).size)
  })

  it.each([[500, 'unavailable'], [404, 'not-found'], [403, 'forbidden'], [429, 'rate-limited']] as const)('fails as a whole on %s', async (status, kindOfError) => {
    const { sources, serve } = reading()
    const asked = kind === 'wordpress' ? '/wp-json/wp/v2/pages' : path
    serve(asked, 'no', 'text/plain', { status, headers: { 'retry-after': '60' } })
    await expect(sources.read(kind, { address: site + path })).rejects.toMatchObject({ kind: kindOfError })
  })

  it('fails on an answer of another kind', async () => {
    const { sources, serve } = reading()
    serve(kind === 'wordpress' ? '/wp-json/wp/v2/posts' : path, '<!doctype html><html><body>Sign in</body></html>', 'text/html')
    await expect(sources.read(kind, { address: site + path })).rejects.toMatchObject({ kind: 'bad-reply' })
  })

  it('S03 asks nothing where the person did not allow the site', async () => {
    const { sources, asked } = reading({ allowed: async () => false })
    await expect(sources.read(kind, { address: site + path })).rejects.toMatchObject({ kind: 'no-permission', detail: site })
    expect(asked()).toEqual([])
  })
})

it('S47 sends no cookie and no referrer, and bounds time', async () => {
  const calls: RequestInit[] = []
  const { createAssetSources } = await import('@/lib/sources/sources')
  const sources = createAssetSources({ fetch: async (_, init) => (calls.push(init ?? {}), new Response('[{"title":"a"}]')), now: () => 0, allowed: async () => true, granted: async () => true }, [])
  await sources.read('file', { address: `${site}/a.json` })
  expect(calls).toMatchObject([{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' }])
  expect(calls[0]?.signal).toBeInstanceOf(AbortSignal)
})

it('S03 names the missing access where the organisation set an address whose server lets nobody read', async () => {
  const { createAssetSources } = await import('@/lib/sources/sources')
  const failing = (granted: boolean) => createAssetSources({ fetch: async () => { throw new TypeError('Failed to fetch') }, now: () => 0, allowed: async () => true, granted: async () => granted }, []).read('file', { address: `${site}/a.json` })
  await expect(failing(false)).rejects.toMatchObject({ kind: 'no-permission', detail: site })
  await expect(failing(true)).rejects.toMatchObject({ kind: 'offline' })
})

it('follows the newest of a WordPress site that has more than a guest would read, and says nothing of the others', async () => {
  const { fresh, sandbox, asked } = reading()
  sandbox.site.set(Array.from({ length: 2_600 }, (_, n) => ({ slug: `p${n}`, title: `Post ${n}`, summary: '', at: new Date(Date.UTC(2015, 0, 1 + n)).toISOString().replace('.000', ''), tags: [], type: 'posts' as const })))
  const { rows, sight } = await fresh('wordpress', `${site}/wp-json/`)
  expect([rows.length, rows[0]?.['title'], asked().length]).toEqual([2_500, 'Post 2599', 26])
  expect(sight).toEqual({ since: Date.UTC(2015, 0, 101) })
})

it('takes a plain text for no list of assets', async () => {
  const { sources, serve } = reading()
  for (const path of ['/wp-json/', '/robots.txt', '/sitemap.xml']) serve(path, '', 'text/plain', { status: 404 })
  serve('/notes.txt', 'one line\nanother line', 'text/plain')
  await expect(sources.probe(`${site}/notes.txt`)).rejects.toMatchObject({ kind: 'not-found' })
})

it.each([
  ['a site', '/', ['wordpress', 'rss', 'sitemap']], ['a feed', '/feed.xml', ['rss']], ['Atom', '/atom.xml', ['rss']], ['a JSON Feed', '/feed.json', ['json-feed']], ['a sitemap', '/sitemap.xml', ['sitemap']],
  ['WordPress', '/wp-json/', ['wordpress']], ['a list', '/assets.json', ['file']],
])('finds what can be followed at %s', async (_, path, kinds) => {
  expect((await reading().sources.probe(site + path)).map(({ kind }) => kind)).toEqual(kinds)
})

it('finds nothing to follow at an ordinary page of a site that has nothing', async () => {
  const { sources, serve } = reading()
  for (const path of ['/wp-json/', '/robots.txt', '/sitemap.xml']) serve(path, '', 'text/plain', { status: 404 })
  serve('/plain', '<!doctype html><html><head><title>x</title></head></html>', 'text/html')
  await expect(sources.probe(`${site}/plain`)).rejects.toMatchObject({ kind: 'not-found' })
})
