import { AppError, toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import type { SourceRow } from '@/lib/domain/source-ports'
import { toPageRow } from './parse/page'
import type { KnownPage, KnownPages } from './sitemap-memory'
import type { ListedPage } from './sitemap-urls'
import { megabyte, type Get } from './web/get'

const largestPage = 3 * megabyte
/** So many failures in a row mean the site, not the page. */
const mostFailures = 3

export interface PagesRead {
  rows: SourceRow[]
  /** The pages that were asked, as they stand now. */
  pages: KnownPages
  /** Pages that answered. */
  answered: number
  /** Why it ended before all were asked, or why none could ever be read. */
  stopped?: ErrorInfo | undefined
}

/** Reads pages one after the other: a guest does not rush through the house. Ends where the site, not one page, fails. */
export async function readPages(get: Get, asked: readonly ListedPage[], known: KnownPages, now: () => number): Promise<PagesRead> {
  const read: PagesRead = { rows: [], pages: {}, answered: 0 }
  let failures = 0
  let last: unknown
  for (const page of asked) {
    try {
      const { row, next } = await readPage(get, page, known[page.url], now)
      if (row) read.rows.push(row)
      read.pages[page.url] = next
      read.answered += 1
      failures = 0
    } catch (failure) {
      last = failure
      const before = known[page.url]
      if (isAboutTheSite(failure)) return { ...read, stopped: toErrorInfo(failure) }
      read.pages[page.url] = { ...(before ?? { at: 0, lastmod: '' }), tries: (before?.tries ?? 0) + 1, triedAt: now() }
      failures += isAboutThePage(failure) ? 0 : 1
      if (failures >= mostFailures) break
    }
  }
  const isFirst = !Object.values(known).some(({ at }) => at > 0)
  return failures >= mostFailures || (isFirst && read.answered === 0 && last !== undefined) ? { ...read, stopped: toErrorInfo(last) } : read
}

/** `row` is absent where the page is as it was, or is not for the library. */
async function readPage(get: Get, { url, lastmod }: ListedPage, known: KnownPage | undefined, now: () => number): Promise<{ row?: SourceRow | undefined; next: KnownPage }> {
  const answer = await get(url, { validators: known, maxBytes: largestPage }).catch((failure: unknown) => {
    if (kindOf(failure) === 'not-found') return 'gone' as const
    throw failure
  })
  if (answer === 'gone') return { next: { at: now(), lastmod, left: true } }
  if (answer === 'same') return { next: { ...without(known), at: now(), lastmod } }
  const row = toPageRow(answer.text, url)
  const own = row?.['url']
  return { row, next: { ...answer.validators, at: now(), lastmod, ...(row ? {} : { left: true }), ...(typeof own === 'string' && own !== url ? { own } : {}) } }
}

function without({ tries: _tries, triedAt: _triedAt, ...page }: KnownPage = { at: 0, lastmod: '' }): KnownPage {
  return page
}

function kindOf(failure: unknown): string {
  return failure instanceof AppError ? failure.kind : 'bug'
}

function isAboutTheSite(failure: unknown): boolean {
  return ['rate-limited', 'no-permission', 'offline'].includes(kindOf(failure))
}

/** A page for members, one that is too large, or one that leads elsewhere says nothing of its neighbours. */
function isAboutThePage(failure: unknown): boolean {
  return ['forbidden', 'bad-reply', 'untrusted'].includes(kindOf(failure))
}
