import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { Service } from './gateway.ts'

export const siteHost = 'blog.quayside.example'
const origin = `https://${siteHost}`

export interface SitePost { slug: string; title: string; summary: string; at: string; tags: string[]; type: 'posts' | 'pages' }

const seed: SitePost[] = [
  { slug: 'forecast-basics', title: 'Forecast basics', summary: 'What a forecast can &amp; cannot do', at: '2026-01-10T09:00:00Z', tags: ['forecasting'], type: 'posts' },
  { slug: 'stock-calm', title: 'Calm stock', summary: 'Less stock, fewer gaps', at: '2026-02-12T09:00:00Z', tags: ['inventory', 'planning'], type: 'posts' },
  { slug: 'network-design', title: 'Network design under tariffs', summary: 'A live exercise', at: '2026-03-14T09:00:00Z', tags: ['network'], type: 'posts' },
  { slug: 'about', title: 'About us', summary: 'Who we are', at: '2025-12-01T09:00:00Z', tags: [], type: 'pages' },
]

/** A company's web site as marketing keeps it: pages, feeds, sitemap, WordPress' interface. Answers conditional requests. */
export interface MarketingSite {
  posts(): readonly SitePost[]
  set(posts: readonly SitePost[]): void
  reset(): void
}

export function createMarketingSite(): Service & MarketingSite & { hostPatterns: readonly string[] } {
  let posts = seed
  const of = (type: SitePost['type']) => posts.filter((post) => post.type === type).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const app = new Hono()
  app.get('/', (c) => answer(c, 'text/html', home()))
  app.get('/robots.txt', (c) => answer(c, 'text/plain', `User-agent: *\nSitemap: ${origin}/sitemap.xml\n`))
  app.get('/feed.xml', (c) => answer(c, 'application/rss+xml', rss(of('posts'))))
  app.get('/atom.xml', (c) => answer(c, 'application/atom+xml', atom(of('posts'))))
  app.get('/feed.json', (c) => answer(c, 'application/feed+json', jsonFeed(of('posts'))))
  app.get('/assets.json', (c) => answer(c, 'application/json', JSON.stringify(posts.map(({ slug, title, summary }) => ({ id: `site-${slug}`, title, abstract: summary, url: `${origin}/${slug}` })))))
  app.get('/sitemap.xml', (c) => answer(c, 'application/xml', `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}/sitemap-1.xml</loc></sitemap></sitemapindex>`))
  app.get('/sitemap-1.xml', (c) => answer(c, 'application/xml', sitemap(posts)))
  app.get('/wp-json/', (c) => c.json({ name: 'Quayside blog', namespaces: ['oembed/1.0', 'wp/v2'] }))
  app.get('/wp-json/wp/v2/:type', (c) => wordpress(c, of(c.req.param('type') === 'pages' ? 'pages' : 'posts')))
  app.get('/:slug', (c) => {
    const post = posts.find(({ slug }) => slug === c.req.param('slug'))
    return post ? answer(c, 'text/html', page(post)) : c.text('Not found', 404)
  })
  return {
    name: 'marketing-site',
    hostPatterns: [siteHost],
    hosts: (candidate) => candidate === siteHost,
    fetch: async (request) => app.fetch(request),
    posts: () => posts,
    set(next) { posts = [...next] },
    reset() { posts = seed },
  }
}

function answer(c: Context, type: string, body: string): Response {
  const etag = `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag })
  return c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, etag })
}

function home(): string {
  return `<!doctype html><html lang="en"><head><title>Quayside blog</title>
<link rel="alternate" type="application/rss+xml" title="Quayside posts" href="/feed.xml">
<link rel="alternate" type="application/feed+json" title="Quayside posts" href="/feed.json">
<link rel="https://api.w.org/" href="${origin}/wp-json/"></head><body>Quayside</body></html>`
}

function rss(posts: readonly SitePost[]): string {
  const items = posts.map(({ slug, title, summary, at, tags }) => `<item><title>${title}</title><link>${origin}/${slug}</link><guid isPermaLink="false">${slug}</guid>
<pubDate>${new Date(at).toUTCString()}</pubDate><description><![CDATA[<p>${summary}</p><script>alert(1)</script>]]></description>${tags.map((tag) => `<category>${tag}</category>`).join('')}</item>`)
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Quayside posts</title><link>${origin}</link><language>en-GB</language>${items.join('')}</channel></rss>`
}

function atom(posts: readonly SitePost[]): string {
  const entries = posts.map(({ slug, title, summary, at, tags }) => `<entry><id>tag:${slug}</id><title type="html">${title}</title><link rel="alternate" href="/${slug}"/><published>${at}</published><updated>${at}</updated>
<summary type="html">&lt;p&gt;${summary.replaceAll('&', '&amp;')}&lt;/p&gt;</summary>${tags.map((tag) => `<category term="${tag}"/>`).join('')}</entry>`)
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Quayside posts</title><author><name>Ines</name></author>${entries.join('')}</feed>`
}

function jsonFeed(posts: readonly SitePost[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: 'Quayside posts', language: 'en', authors: [{ name: 'Ines' }],
    items: posts.map(({ slug, title, summary, at, tags }) => ({ id: slug, url: `${origin}/${slug}`, title, content_html: `<p>${summary}</p>`, date_published: at, tags })),
  })
}

function sitemap(posts: readonly SitePost[]): string {
  const entries = posts.map(({ slug, at }) => `<url><loc>${origin}/${slug}</loc><lastmod>${at}</lastmod></url>`)
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}<url><loc>https://elsewhere.example/x</loc></url></urlset>`
}

function page({ slug, title, summary, at, tags }: SitePost): string {
  const work = { '@context': 'https://schema.org', '@graph': [{ '@type': 'BlogPosting', headline: title, description: summary.replace('&amp;', '&'), datePublished: at, keywords: tags, author: { '@type': 'Person', name: 'Ines' } }] }
  return `<!doctype html><html lang="en"><head><title>${title} · Quayside</title><link rel="canonical" href="${origin}/${slug}">
<meta property="og:title" content="${title}"><meta property="og:type" content="article"><meta name="description" content="${summary}">
<script type="application/ld+json">${JSON.stringify(work)}</script></head><body><h1>${title}</h1></body></html>`
}

const embedded = (tags: readonly string[]) => ({ 'wp:term': [tags.map((name) => ({ name, taxonomy: 'post_tag' }))] })

function wordpress(c: Context, posts: readonly SitePost[]): Response {
  const size = Math.min(Number(c.req.query('per_page') ?? 10), 100)
  const number = Number(c.req.query('page') ?? 1)
  const pages = Math.ceil(posts.length / size)
  if (number > Math.max(1, pages)) return c.json({ code: 'rest_post_invalid_page_number', data: { status: 400 } }, 400)
  const shown = posts.slice((number - 1) * size, number * size).map(({ slug, title, summary, at, tags }) => ({
    link: `${origin}/${slug}/`, title: { rendered: title }, excerpt: { rendered: `<p>${summary} [&hellip;]</p>`, protected: false }, date_gmt: at.replace('Z', ''), modified_gmt: at.replace('Z', ''), _embedded: embedded(tags),
  }))
  const response = answer(c, 'application/json', JSON.stringify(shown))
  response.headers.set('x-wp-total', String(posts.length))
  response.headers.set('x-wp-totalpages', String(pages))
  return response
}
