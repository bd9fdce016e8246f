import { useMemo } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { mergedReasons, withStandingReasons } from '@/lib/domain/reasons'
import { readSheet, type ReviewRow, type Words } from '@/lib/domain/review/sheet'
import { useAsk } from '../data/ask'
import { useDesk } from '../desk-context'

const queryKey = ['review.sheets']

/**
 * All verdicts as the review counts them, newest first, each under the reason that stands today. They come packed and are unpacked page by page, so that nothing
 * waits long.
 */
export function useReview() {
  const { bus } = useDesk()
  const client = useQueryClient()
  const playbook = useAsk('playbook.get', {})
  const review = useQuery<ReviewRow[]>({
    queryKey,
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
        for (const sheet of page.sheets) for (const row of readSheet(sheet, words)) rows.push(row)
        // The newest are shown at once; they are counted anew when all are here, and never for fewer than before.
        if (page === first && following && client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, [...rows])
        page = await following
      }
      return rows
    },
  })
  const reasons = playbook.data?.reasons
  const data = useMemo(() => review.data && reasons && withStandingReasons(review.data, mergedReasons(reasons)), [review.data, reasons])
  return { data, error: review.error ?? playbook.error, isPending: data === undefined, isFetching: review.isFetching, refetch: () => Promise.all([review.refetch(), playbook.refetch()]) }
}
