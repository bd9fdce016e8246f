import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createAssetSources } from '@/lib/sources/sources'
import type { FreshReading } from '@/lib/domain/source-ports'
import { reading, site } from './read'

const sitemap = (count: number, dated: (n: number) => string = () => '') => (
  `<urlset>${Array.from({ length: count }, (_, n) => `<url><loc>${site}/p${n}</loc>${dated(n) && `<lastmod>${dated(n)}</lastmod>`}</url>`).join('')}</urlset>`
)
const day = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
const address = `${site}/sitemap.xml`

/** A site of many pages of its own making, that answers on condition and counts what it is asked. */
function bigSite(files: Record<string, string | Uint8Array<ArrayBuffer>>) {
  const asked: string[] = []
  const broken = new Map<string, number>()
  let now = Date.UTC(2026, 10, 23)
  const respond = async (given: string, init: RequestInit = {}) => {
    const path = new URL(given).pathname
    const status = broken.get(path)
    const body = files[path] ?? `<html><title>Page ${path}</title></html>`
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`
    const known = new Headers(init.headers).get('if-none-match') === etag
    asked.push(`${status ?? (known ? 304 : 200)} ${path}`)
    if (status !== undefined) return new Response(null, { status, headers: { 'retry-after': '60' } })
    if (known) return new Response(null, { status: 304 })
    return new Response(body, { headers: { etag } })
  }
  const sources = createAssetSources({ fetch: respond as typeof fetch, now: () => now, allowed: async () => true, granted: async () => true }, [])
  let memory: unknown
  return {
    asked, broken, files,
    later: (ms: number) => void (now += ms),
    forget: () => void (memory = undefined),
    async read(): Promise<FreshReading | undefined> {
      const read = await sources.read('sitemap', { address, memory })
      memory = JSON.parse(JSON.stringify(read.memory)) as unknown
      return read.notModified ? undefined : read
    },
  }
}
const titles = (read: FreshReading | undefined) => read?.rows.map(({ title }) => String(title).replace('Page /', '')) ?? []

describe('a sitemap of 2,000 pages', () => {
  it('comes in whole over readings, newest first, asks no page twice, and takes nothing for gone meanwhile', async () => {
    const { read, asked } = bigSite({ '/sitemap.xml': sitemap(2_000, day) })
    const brought: string[] = []
    const left: number[] = []
    for (let round = 0; round < 50; round += 1) {
      const one = await read()
      expect([one?.held.length, one?.sight]).toEqual([2_000, 'all'])
      brought.push(...titles(one))
      left.push(one?.waiting ?? -1)
    }
    expect(brought).toEqual(Array.from({ length: 2_000 }, (_, n) => `p${1_999 - n}`))
    expect([left[0], left[7], left.at(-1)]).toEqual([1_960, 1_680, 0])
    expect(asked.filter((line) => line === '200 /sitemap.xml')).toHaveLength(1)
    expect(await read()).toBeUndefined()
    expect(asked.slice(-1)).toEqual(['304 /sitemap.xml'])
  }, 20_000)

  it('asks again what changed, after what was never read', async () => {
    const { read, files, asked } = bigSite({ '/sitemap.xml': sitemap(100, () => '2026-01-01') })
    await read()
    files['/sitemap.xml'] = sitemap(100, () => '2026-02-02')
    const numbers = titles(await read()).map((title) => Number(title.slice(1)))
    expect([numbers.length, Math.min(...numbers)]).toEqual([40, 40])
    asked.length = 0
    expect(titles(await read())).toEqual(Array.from({ length: 20 }, (_, n) => `p${80 + n}`))
    expect(asked.slice(-20)).toEqual(Array.from({ length: 20 }, (_, n) => `304 /p${n}`))
  })
})

describe('a sitemap', () => {
  it('goes on where every page is dated today on every answer', async () => {
    const { read, files } = bigSite({})
    const seen = new Set<string>()
    for (let round = 0; round < 5; round += 1) {
      files['/sitemap.xml'] = sitemap(100, () => `2026-11-0${round + 1}`)
      for (const title of titles(await read())) seen.add(title)
    }
    expect(seen.size).toBe(100)
  })

  it('reads the packed sitemaps an index names, the newest first', async () => {
    const packed = (xml: string) => Uint8Array.from(gzipSync(xml))
    const { read, asked } = bigSite({
      '/sitemap.xml': `<sitemapindex><sitemap><loc>${site}/old.xml.gz</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>${site}/new.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap><sitemap><loc>https://elsewhere.example/s.xml</loc></sitemap></sitemapindex>`,
      '/old.xml.gz': packed(`<urlset><url><loc>${site}/o</loc><lastmod>2020-01-01</lastmod></url></urlset>`),
      '/new.xml.gz': packed(`<urlset><url><loc>${site}/n</loc><lastmod>2026-01-01</lastmod></url></urlset>`),
    })
    expect(titles(await read())).toEqual(['n', 'o'])
    expect(asked).toEqual(['200 /sitemap.xml', '200 /new.xml.gz', '200 /old.xml.gz', '200 /n', '200 /o'])
    expect(await read()).toBeUndefined()
  })

  it('keeps what it read where the site stops it on the way, and goes on from there', async () => {
    const { read, broken, asked } = bigSite({ '/sitemap.xml': sitemap(60, day) })
    broken.set('/p50', 429)
    expect(await read()).toMatchObject({ rows: { length: 9 }, waiting: 51, stopped: { kind: 'rate-limited' } })
    broken.clear()
    asked.length = 0
    expect(await read()).toMatchObject({ rows: { length: 40 }, waiting: 11, stopped: undefined })
    expect(asked.slice(0, 2)).toEqual(['304 /sitemap.xml', '200 /p50'])
  })

  it('is not held up by pages for members only, and asks for them no more after a few times', async () => {
    const { read, broken, asked, later } = bigSite({ '/sitemap.xml': sitemap(20, day) })
    for (const n of [19, 18, 17, 16]) broken.set(`/p${n}`, 403)
    expect(await read()).toMatchObject({ rows: { length: 16 }, waiting: 4, stopped: undefined })
    await read()
    expect(await read()).toMatchObject({ waiting: 0, held: { length: 20 } })
    asked.length = 0
    expect([await read(), asked]).toEqual([undefined, ['304 /sitemap.xml']])
    later(8 * 86_400_000)
    broken.clear()
    expect(await read()).toMatchObject({ rows: { length: 4 } })
  })

  it('holds a page also under the address it gives itself, and counts it once', async () => {
    const { read, files } = bigSite({
      '/sitemap.xml': `<urlset><url><loc>${site}/de/a</loc><lastmod>2026-01-01</lastmod></url></urlset>`,
      '/de/a': '<html><title>A</title><link rel="canonical" href="/a"></html>',
    })
    expect((await read())?.rows).toMatchObject([{ url: `${site}/a` }])
    files['/sitemap.xml'] = `<urlset><url><loc>${site}/de/a</loc><lastmod>2026-01-01</lastmod></url><url><loc>${site}/b</loc></url></urlset>`
    expect(await read()).toMatchObject({ rows: [{ url: `${site}/b` }], held: [`${site}/de/a`, `${site}/a`, `${site}/b`], items: 2 })
  })

  it('is not stopped by one page that fails where others were read', async () => {
    const { read, broken, files } = bigSite({ '/sitemap.xml': sitemap(3, day) })
    await read()
    broken.set('/p3', 403)
    files['/sitemap.xml'] = sitemap(4, day)
    expect(await read()).toMatchObject({ rows: [], waiting: 1, stopped: undefined })
  })

  it('of more than ten megabytes is asked on condition as it was asked first', async () => {
    const { read, files } = bigSite({ '/sitemap.xml': sitemap(1) })
    await read()
    files['/sitemap.xml'] = `${sitemap(2)}<!--${' '.repeat(11 * 1024 * 1024)}-->`
    expect(titles(await read())).toEqual(['p1'])
  })

  it('that leads to another site says so where that lists nothing of this one', async () => {
    const get = async () => {
      const answer = new Response('<urlset><url><loc>https://www.elsewhere.example/p</loc></url></urlset>')
      Object.defineProperty(answer, 'url', { value: 'https://www.elsewhere.example/sitemap.xml' })
      return answer
    }
    const sources = createAssetSources({ fetch: get, now: () => 0, allowed: async () => true, granted: async () => true }, [])
    await expect(sources.read('sitemap', { address })).rejects.toMatchObject({ kind: 'untrusted', detail: 'www.elsewhere.example' })
  })

  it('says that the site fails, and asks three pages only', async () => {
    const { read, broken, asked } = bigSite({ '/sitemap.xml': sitemap(20, day) })
    for (let n = 0; n < 20; n += 1) broken.set(`/p${n}`, 503)
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' })
    expect(asked).toHaveLength(4)
  })

  it('cannot say what is gone where it lists more than there is room for', async () => {
    const many = (from: number) => `<urlset>${Array.from({ length: 30_000 }, (_, n) => `<url><loc>${site}/x${from + n}</loc></url>`).join('')}</urlset>`
    const { read } = bigSite({ '/sitemap.xml': `<sitemapindex><sitemap><loc>${site}/1.xml</loc></sitemap><sitemap><loc>${site}/2.xml</loc></sitemap></sitemapindex>`, '/1.xml': many(0), '/2.xml': many(30_000) })
    expect(await read()).toMatchObject({ sight: 'none', waiting: 4_960 })
  }, 20_000)

  it('leaves out pages that ask not to be listed, are gone, or lie elsewhere', async () => {
    const { fresh, serve } = reading()
    serve('/sitemap.xml', `<urlset><url><loc>${site}/hidden</loc></url><url><loc>${site}/gone</loc></url><url><loc>https://other.example/</loc></url><url><loc>javascript:alert(1)</loc></url></urlset>`)
    serve('/hidden', '<html><meta name="robots" content="noindex"><title>Hidden</title></html>', 'text/html')
    expect(await fresh('sitemap', address)).toMatchObject({ rows: [], held: [], waiting: 0 })
  })

  it('stops where the site does not want to be asked', async () => {
    const { sources, serve, sandbox } = reading()
    serve('/sitemap.xml', sitemap(9))
    sandbox.faults.add({ host: 'blog.quayside.example', path: '/p*', effect: { kind: 'respond', status: 429, body: '', headers: { 'retry-after': '30' } } })
    await expect(sources.read('sitemap', { address })).rejects.toMatchObject({ kind: 'rate-limited' })
    expect(sandbox.log.entries.filter(({ path }) => path.startsWith('/p'))).toHaveLength(1)
  })
})
