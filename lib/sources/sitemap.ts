import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { AssetSource, SourceRow } from '@/lib/domain/source-ports'
import { toPageRow } from './parse/page'
import { listPages, type ListedPage } from './sitemap-urls'
import { readConditionally } from './web/conditional'
import { megabyte, type Get } from './web/get'

/** Pages read in one go, one after the other: a guest does not rush through the house. The rest comes with later readings. */
const pagesAtOnce = 40
/** Pages followed at all. */
const mostPages = 500
const largestPage = 3 * megabyte
/** Without a date in the sitemap a page is asked again, on condition, after this long. */
const staleMs = 7 * 86_400_000
/** So many failures in a row mean the site, not the page. */
const mostFailures = 3

const knownPage = z.object({ at: z.number(), lastmod: z.string(), etag: z.optional(z.string()), modified: z.optional(z.string()), left: z.optional(z.boolean()) })
type KnownPage = z.infer<typeof knownPage>
const remembered = z.object({ validators: z.unknown(), pages: z.record(z.string(), knownPage) })

/** The pages of a site by its sitemap, each with what it says about itself. */
export function createSitemapSource(get: Get, now: () => number): AssetSource {
  return {
    kind: 'sitemap',
    async read({ address, memory }) {
      const last = remembered.safeParse(memory).data ?? { validators: undefined, pages: {} }
      const settled = Object.values(last.pages).length > 0 && Object.values(last.pages).every(({ at, lastmod }) => at > 0 && lastmod !== '')
      const found = await readConditionally(get, settled ? last.validators : undefined, (ask) => listPages(address, ask))
      if (found.same) return { notModified: true, memory }
      const listed = found.value
      const followed = listed.slice(0, mostPages)
      const { rows, pages } = await readPages(get, followed, last.pages, now)
      const gone = new Set(Object.entries(pages).filter(([, { left }]) => left).map(([url]) => url))
      const held = followed.map(({ url }) => url).filter((url) => !gone.has(url))
      return {
        notModified: false, rows, held, sight: 'all', waiting: listed.length - followed.filter(({ url }) => (pages[url]?.at ?? 0) > 0).length,
        memory: { validators: found.validators, pages }, title: new URL(address).hostname,
      }
    },
  }
}

async function readPages(get: Get, listed: readonly ListedPage[], last: Record<string, KnownPage>, now: () => number): Promise<{ rows: SourceRow[]; pages: Record<string, KnownPage> }> {
  const rows: SourceRow[] = []
  const pages: Record<string, KnownPage> = {}
  let asked = 0
  let failures = 0
  for (const { url, lastmod } of listed) {
    const known = last[url]
    pages[url] = known ?? { at: 0, lastmod: '' }
    if (asked >= pagesAtOnce || (known && known.at > 0 && !isStale(known, lastmod, now()))) continue
    asked += 1
    try {
      const answer = await get(url, { validators: known, maxBytes: largestPage })
      const row = answer === 'same' ? undefined : toPageRow(answer.text, url)
      if (row) rows.push(row)
      pages[url] = answer === 'same' ? { ...known, at: now(), lastmod } : { ...answer.validators, at: now(), lastmod, ...(row ? {} : { left: true }) }
      failures = 0
    } catch (failure) {
      if (isGone(failure)) {
        pages[url] = { at: now(), lastmod, left: true }
        continue
      }
      failures += 1
      if (failures >= mostFailures || isAboutTheSite(failure)) throw failure
    }
  }
  return { rows, pages }
}

function isStale(known: KnownPage, lastmod: string, now: number): boolean {
  return lastmod === '' ? now - known.at > staleMs : lastmod !== known.lastmod
}

function isGone(failure: unknown): boolean {
  return failure instanceof AppError && failure.kind === 'not-found'
}

function isAboutTheSite(failure: unknown): boolean {
  return failure instanceof AppError && (failure.kind === 'rate-limited' || failure.kind === 'no-permission' || failure.kind === 'offline')
}
