import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Bus } from '@/lib/bus/client'
import { readSheet, type ReviewRow, type Words } from '@/lib/domain/review/sheet'

const queryKey = ['review.sheets']
/** What was read a moment ago is not read again by whoever draws it; what changed says so. */
const freshMs = 5_000
const restMs = 250
/** What was handed on before all was read, also where the rest then failed. */
const parts = new WeakSet<readonly ReviewRow[]>()

/** Whether these are only the newest: to be looked at, not to be printed or stored. */
export function isPart(rows: readonly ReviewRow[]): boolean {
  return parts.has(rows)
}

/** All verdicts as the review counts them, newest first. They come packed and are unpacked page by page, so that nothing waits long. */
export function reviewQuery(bus: Bus, client: QueryClient) {
  return queryOptions<ReviewRow[]>({
    queryKey,
    staleTime: freshMs,
    // Looking for what stayed the same in a hundred thousand rows takes longer than counting them.
    structuralSharing: false,
    queryFn: async () => {
      const ask = (after?: string) => bus.ask('review.sheets', { after })
      const rows: ReviewRow[] = []
      const words: Words = new Map()
      const first = await ask()
      for (let page: typeof first | undefined = first; page; ) {
        // The following page is on its way while this one is unpacked.
        const following: Promise<typeof first> | undefined = page.next === undefined ? undefined : ask(page.next)
        // What fails meanwhile fails where it is waited for.
        following?.catch(() => undefined)
        for (const sheet of page.sheets) for (const row of readSheet(sheet, words)) rows.push(row)
        // The newest are shown at once; they are counted anew when all are here, and never for fewer than before.
        if (page === first && following && client.getQueryData(queryKey) === undefined) {
          const newest = [...rows]
          parts.add(newest)
          client.setQueryData(queryKey, newest)
          await drawn()
        }
        page = await following
      }
      return rows
    },
  })
}

/** Lets what was handed on be drawn before the rest is unpacked. */
function drawn(): Promise<void> {
  return new Promise((done) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(done, restMs)
    else requestIdleCallback(() => done(), { timeout: restMs })
  })
}
