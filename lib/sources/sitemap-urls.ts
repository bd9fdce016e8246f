import { AppError } from '@/lib/domain/errors'
import { canonicalUrl } from '@/lib/domain/content-url'
import { isoMoment, wholeAddress } from './parse/moments'
import { childrenOf, parseXml, textOf, type XmlNode } from './parse/xml'
import { megabyte, type Answer } from './web/get'

/** The protocol's own bound on one file (sitemaps.org/protocol.html). */
export const largestSitemap = 50 * megabyte
const mostSitemaps = 50
const mostAddresses = 50_000

/** A page of a sitemap; `lastmod` in ISO 8601, empty where it is not given. */
export interface ListedPage { url: string; lastmod: string }

/**
 * The pages of a sitemap, or of all sitemaps an index names, newest first. Of the sitemap's own origin only, as the protocol
 * has it, and no address twice. `whole`: none was left out for want of room.
 * @throws AppError `untrusted` where it leads to another site, which lists nothing of this one
 */
export async function listPages(address: string, ask: (address: string, maxBytes?: number) => Promise<Answer>): Promise<{ pages: ListedPage[]; whole: boolean }> {
  const { origin } = new URL(address)
  const queue = [address]
  const asked = new Set<string>()
  const pages = new Map<string, ListedPage>()
  let whole = true
  let landed = address
  while (queue.length > 0 && asked.size < mostSitemaps) {
    const next = queue.shift() ?? address
    if (asked.has(next)) continue
    asked.add(next)
    const { text, url } = await ask(next, largestSitemap)
    if (next === address) landed = url
    const root = parseXml(text)
    if (root.name === 'sitemapindex') queue.push(...entries(root, 'sitemap', url).sort(newestFirst).map((entry) => entry.url).filter((found) => isOf(origin, found)))
    else if (root.name === 'urlset') for (const page of entries(root, 'url', url)) whole = keep(pages, page, origin) && whole
    else throw new AppError('bad-reply', { detail: root.name })
  }
  if (pages.size === 0 && !isOf(origin, landed)) throw new AppError('untrusted', { detail: new URL(landed).hostname })
  return { pages: [...pages.values()].sort(newestFirst), whole: whole && queue.every((left) => asked.has(left)) }
}

function entries(root: XmlNode, name: string, base: string): ListedPage[] {
  return childrenOf(root, name).map((entry) => ({ url: wholeAddress(textOf(entry, 'loc'), base), lastmod: isoMoment(textOf(entry, 'lastmod')) }))
}

function newestFirst(a: ListedPage, b: ListedPage): number {
  return a.lastmod < b.lastmod ? 1 : a.lastmod > b.lastmod ? -1 : 0
}

export function isSitemapRoot(name: string): boolean {
  return name === 'urlset' || name === 'sitemapindex'
}

/** `false` where there was no room for it. */
function keep(pages: Map<string, ListedPage>, page: ListedPage, origin: string): boolean {
  const key = canonicalUrl(page.url)
  if (key === undefined || !isOf(origin, page.url) || pages.has(key)) return true
  if (pages.size >= mostAddresses) return false
  pages.set(key, page)
  return true
}

function isOf(origin: string, address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin
}
