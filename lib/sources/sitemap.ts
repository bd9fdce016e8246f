import { AppError } from '@/lib/domain/errors'
import type { AssetSource } from '@/lib/domain/source-ports'
import { duePages, isWaiting, parseMemory, type KnownPages } from './sitemap-memory'
import { readPages } from './sitemap-pages'
import { largestSitemap, listPages } from './sitemap-urls'
import { readConditionally } from './web/conditional'
import type { Get } from './web/get'

/** Pages asked in one reading; the rest comes with later readings, which go on where this one ended. */
const pagesAtOnce = 40
/** Pages followed at all, the newest. */
const mostPages = 5_000

/** The pages of a site by its sitemap, each with what it says about itself. */
export function createSitemapSource(get: Get, now: () => number): AssetSource {
  return {
    kind: 'sitemap',
    async read({ address, memory }) {
      const last = parseMemory(memory)
      const found = await readConditionally(get, last.list && last.validators, (ask) => listPages(address, ask), largestSitemap)
      const { pages: listed, whole } = found.same ? (last.list ?? { pages: [], whole: false }) : found.value
      const followed = listed.slice(0, mostPages)
      const due = duePages(followed, last.pages, now())
      if (found.same && due.length === 0) return { notModified: true, memory }
      const { rows, pages: asked, answered, stopped } = await readPages(get, due.slice(0, pagesAtOnce), last.pages, now)
      if (stopped && answered === 0 && Object.keys(last.pages).length === 0) throw new AppError(stopped.kind, stopped)
      const pages: KnownPages = Object.fromEntries(followed.flatMap(({ url }) => {
        const page = asked[url] ?? last.pages[url]
        return page ? [[url, page]] : []
      }))
      const live = listed.filter(({ url }) => !pages[url]?.left)
      return {
        notModified: false, rows, held: [...new Set(live.flatMap(({ url }) => [url, pages[url]?.own ?? url]))], items: live.length, sight: whole ? 'all' : 'none',
        waiting: followed.filter(({ url }) => isWaiting(pages[url])).length, stopped, title: new URL(address).hostname,
        memory: { validators: found.same ? last.validators : found.validators, pages, list: { pages: followed, whole: whole && followed.length === listed.length } },
      }
    },
  }
}
