import { AppError } from '@/lib/domain/errors'
import { canonicalUrl } from '@/lib/domain/content-url'
import { isoMoment, wholeAddress } from './parse/moments'
import { childrenOf, parseXml, textOf } from './parse/xml'
import { megabyte, type Answer } from './web/get'

/** The protocol's own bound on one file (sitemaps.org/protocol.html). */
const largest = 50 * megabyte
const mostSitemaps = 50
const mostAddresses = 5_000

/** A page of a sitemap; `lastmod` in ISO 8601, empty where it is not given. */
export interface ListedPage { url: string; lastmod: string }

/**
 * The pages of a sitemap, or of all sitemaps an index names, newest first. Of the sitemap's own origin only, as the protocol
 * has it, and no address twice.
 * @throws AppError
 */
export async function listPages(address: string, ask: (address: string, maxBytes?: number) => Promise<Answer>): Promise<ListedPage[]> {
  const { origin } = new URL(address)
  const queue = [address]
  const asked = new Set<string>()
  const pages = new Map<string, ListedPage>()
  for (let next = queue.shift(); next !== undefined && asked.size < mostSitemaps; next = queue.shift()) {
    if (asked.has(next)) continue
    asked.add(next)
    const { text, url } = await ask(next, largest)
    const root = parseXml(text)
    if (root.name === 'sitemapindex') queue.push(...childrenOf(root, 'sitemap').map((entry) => wholeAddress(textOf(entry, 'loc'), url)).filter((found) => isOf(origin, found)))
    else if (root.name === 'urlset') for (const entry of childrenOf(root, 'url')) keep(pages, { url: wholeAddress(textOf(entry, 'loc'), url), lastmod: isoMoment(textOf(entry, 'lastmod')) }, origin)
    else throw new AppError('bad-reply', { detail: root.name })
  }
  return [...pages.values()].sort((a, b) => (a.lastmod < b.lastmod ? 1 : a.lastmod > b.lastmod ? -1 : 0))
}

export function isSitemapRoot(name: string): boolean {
  return name === 'urlset' || name === 'sitemapindex'
}

function keep(pages: Map<string, ListedPage>, page: ListedPage, origin: string): void {
  const key = canonicalUrl(page.url)
  if (key !== undefined && isOf(origin, page.url) && pages.size < mostAddresses && !pages.has(key)) pages.set(key, page)
}

function isOf(origin: string, address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin
}
