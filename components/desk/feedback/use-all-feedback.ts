import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
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
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  return { rows, complete: data !== undefined && !hasNextPage, error }
}
