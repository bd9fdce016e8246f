import { describe, expect, it } from 'vitest'
import { checkLink } from '@/lib/sources/check-link'
import { createAssetSources } from '@/lib/sources/sources'
import { site } from './read'

interface Landing { url: string; status?: number; type?: ResponseType; body?: string }

/** A browser's answer after redirects; `read` tells whether anybody looked at its body. */
function browser(landing: Landing | ((url: string) => Landing)) {
  const asked: { url: string; redirect: RequestRedirect | undefined; method: string | undefined }[] = []
  const seen = { read: false, cancelled: false }
  const request = (async (url: string, init: RequestInit) => {
    asked.push({ url, redirect: init.redirect, method: init.method })
    const given = typeof landing === 'function' ? landing(url) : landing
    const body = new ReadableStream({
      pull(controller) {
        seen.read = true
        controller.enqueue(new TextEncoder().encode(given.body ?? '<rss><channel><item><title>Secret</title></item></channel></rss>'))
        controller.close()
      },
      cancel: () => void (seen.cancelled = true),
    }, { highWaterMark: 0 })
    const response = new Response(init.method === 'HEAD' ? null : body, { status: given.status ?? 200 })
    Object.defineProperties(response, { url: { value: given.url }, type: { value: given.type ?? 'basic' } })
    return response
  }) as typeof fetch
  const sources = createAssetSources({ fetch: request, now: () => 1, allowed: async () => true, granted: async () => true }, [])
  return { asked, seen, request, sources }
}

const inside = ['https://192.168.0.1/feed.xml', 'https://10.1.2.3/', 'https://printer.local/', 'http://localhost/x', 'http://127.0.0.1:8080/', 'https://[fd00::1]/', 'https://db.internal/']
const kinds = ['file', 'json-feed', 'rss', 'sitemap', 'wordpress'] as const

describe('S35 a redirect into a private network', () => {
  it.each(kinds.flatMap((kind) => inside.slice(0, 2).map((url) => [kind, url] as const)))('brings a %s nothing from %s: its answer is not read', async (kind, url) => {
    const { sources, seen } = browser({ url })
    await expect(sources.read(kind, { address: `${site}/feed` })).rejects.toMatchObject({ kind: 'untrusted', detail: new URL(url).hostname })
    expect(seen).toEqual({ read: false, cancelled: true })
  })

  it.each(inside)('is refused whatever the status says there: %s', async (url) => {
    for (const status of [200, 304, 401, 404, 500]) {
      const { sources } = browser({ url, status: status === 304 ? 200 : status })
      await expect(sources.read('rss', { address: `${site}/feed` })).rejects.toMatchObject({ kind: 'untrusted' })
    }
  })

  it('is found in a page of a sitemap, which keeps what the other pages said', async () => {
    const { sources, seen } = browser((url) => (
      url.endsWith('.xml') ? { url, body: `<urlset><url><loc>${site}/a</loc></url><url><loc>${site}/b</loc></url></urlset>` }
        : url.endsWith('/a') ? { url: 'https://192.168.0.1/admin', body: '<title>Router</title>' } : { url, body: '<title>Page</title>' }))
    expect(await sources.read('sitemap', { address: `${site}/sitemap.xml` })).toMatchObject({ rows: [{ title: 'Page' }], waiting: 1 })
    expect(seen.cancelled).toBe(true)
  })

  it('is not followed at all from a machine of a private network that a person named', async () => {
    const { sources, asked } = browser((url) => ({ url, status: 200, type: 'opaqueredirect' }))
    await expect(sources.read('rss', { address: 'https://intranet.internal/feed' })).rejects.toMatchObject({ kind: 'untrusted', detail: 'intranet.internal' })
    expect(asked).toMatchObject([{ redirect: 'manual' }])
  })

  it.each([[200], [404]])('tells a link check nothing, and is asked once: %s', async (status) => {
    const { request, asked } = browser({ url: 'https://192.168.0.1/', status })
    expect(await checkLink(`${site}/asset`, request)).toEqual({ state: 'unknown' })
    expect(asked.map(({ method }) => method)).toEqual(['HEAD'])
  })
})

it('a machine of one\'s own network can be followed by its name', async () => {
  const { sources } = browser((url) => ({ url }))
  expect(await sources.read('rss', { address: 'https://intranet.internal/feed' })).toMatchObject({ rows: [{ title: 'Secret' }] })
})

it('a site that leads to one nobody allowed says so, and not that the network is down', async () => {
  const elsewhere = (async (_: string, { redirect }: RequestInit) => {
    if (redirect === 'follow') throw new TypeError('Failed to fetch')
    return Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' } })
  }) as typeof fetch
  const sources = createAssetSources({ fetch: elsewhere, now: () => 1, allowed: async () => true, granted: async () => true }, [])
  await expect(sources.probe(`${site}/`)).rejects.toMatchObject({ kind: 'untrusted', detail: 'blog.quayside.example' })
})
