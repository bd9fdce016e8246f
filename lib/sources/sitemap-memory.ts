import * as z from 'zod/mini'
import type { ListedPage } from './sitemap-urls'

/** Without a date in the sitemap a page is asked again, on condition, after this long; so is one that could not be read. */
const staleMs = 7 * 86_400_000
/** A page that failed so often waits no longer: it is asked again as rarely as one without a date. */
const mostTries = 3

/** A page as it was read last. `at`: when, 0 for never; `own`: the address it gives itself, where that is another; `left`: not for the library; `tries`: failures in a row, the last at `triedAt`. */
const knownPage = z.object({
  at: z.number(), lastmod: z.string(), own: z.optional(z.string()), etag: z.optional(z.string()), modified: z.optional(z.string()), left: z.optional(z.boolean()),
  tries: z.optional(z.number()), triedAt: z.optional(z.number()),
})
export type KnownPage = z.infer<typeof knownPage>
export type KnownPages = Record<string, KnownPage>

const listed = z.object({ url: z.string(), lastmod: z.string() })
/** What a reading of a sitemap leaves for the next: what was listed, so that an unchanged sitemap need not be sent again, and how far the pages are. */
const sitemapMemory = z.object({
  validators: z.unknown(), pages: z.record(z.string(), knownPage),
  list: z.optional(z.object({ pages: z.array(listed), whole: z.boolean() })),
})
export type SitemapMemory = z.infer<typeof sitemapMemory>

export function parseMemory(memory: unknown): SitemapMemory {
  return sitemapMemory.safeParse(memory).data ?? { validators: undefined, pages: {} }
}

/**
 * The pages to ask now, best first: those never read, newest first; then those that changed, the one read longest ago first, so
 * that a sitemap that dates every page today starves none; then those that failed.
 */
export function duePages(pages: readonly ListedPage[], known: KnownPages, now: number): ListedPage[] {
  const rank = ({ url, lastmod }: ListedPage): number | undefined => {
    const page = known[url]
    if (!page || (page.at === 0 && !page.tries)) return 0
    if (page.tries) return isWaiting(page) || now - (page.triedAt ?? 0) > staleMs ? 2 : undefined
    return isStale(page, lastmod, now) ? 1 : undefined
  }
  const readAt = ({ url }: ListedPage) => known[url]?.at ?? 0
  const ranked = pages.flatMap((page) => {
    const order = rank(page)
    return order === undefined ? [] : [{ page, order }]
  })
  return ranked.sort((a, b) => a.order - b.order || readAt(a.page) - readAt(b.page)).map(({ page }) => page)
}

/** Whether a page is still to be read for the first time. */
export function isWaiting(page: KnownPage | undefined): boolean {
  return page === undefined || (page.at === 0 && (page.tries ?? 0) < mostTries)
}

function isStale(page: KnownPage, lastmod: string, now: number): boolean {
  return lastmod === '' ? now - page.at > staleMs : lastmod !== page.lastmod
}
