import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { useDesk } from '../desk-context'
import { prepareSearch } from './filter-rows'

const pageSize = 1_000

/** All verdicts, newest first, brought in pages so that the first screen is there at once. */
export function useAllFeedback(): { rows: FeedbackRow[]; complete: boolean; error: Error | null } {
  const { bus } = useDesk()
  const { data, hasNextPage, isFetching, fetchNextPage, error } = useInfiniteQuery({
    queryKey: ['feedback.page'],
    queryFn: async ({ pageParam }) => {
      const page = await bus.ask('feedback.page', { after: pageParam, limit: pageSize })
      prepareSearch(page.rows)
      return page
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // Looking for what stayed the same in so many rows takes longer than drawing the few that are seen.
    structuralSharing: false,
  })
  // The data is what moves: a quick answer begins and ends fetching between two renders.
  useEffect(() => {
    if (data && hasNextPage && !isFetching) void fetchNextPage()
  }, [data, hasNextPage, isFetching, fetchNextPage])
  const complete = data !== undefined && !hasNextPage
  // Everything is counted anew with every page that is shown: after the first they are shown in twos, fours, eights.
  const rows = data ? joined(data.pages, complete ? data.pages.length : 2 ** Math.floor(Math.log2(data.pages.length))) : none
  return { rows, complete, error }
}

interface Page { rows: FeedbackRow[] }
const none: FeedbackRow[] = []
const joins = new WeakMap<Page, { last: Page | undefined; rows: FeedbackRow[] }>()

/** The rows of the first so many pages; the same list as long as they are the same pages. */
function joined(pages: readonly Page[], count: number): FeedbackRow[] {
  const [first] = pages
  const last = pages[count - 1]
  const known = first && joins.get(first)
  if (!first || known?.last === last) return known?.rows ?? none
  const rows = pages.slice(0, count).flatMap((page) => page.rows)
  joins.set(first, { last, rows })
  return rows
}
