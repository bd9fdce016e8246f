import { useMemo } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { mergedReasons, withStandingReasons } from '@/lib/domain/reasons'
import { useAsk } from '../data/ask'
import { useDesk } from '../desk-context'
import { reviewQuery } from './review-query'

/** All verdicts as the review counts them, newest first, each under the reason that stands today. */
export function useReview() {
  const { bus } = useDesk()
  const playbook = useAsk('playbook.get', {})
  const review = useQuery(reviewQuery(bus, useQueryClient()))
  const reasons = playbook.data?.reasons
  const data = useMemo(() => review.data && reasons && withStandingReasons(review.data, mergedReasons(reasons)), [review.data, reasons])
  return { data, error: review.error ?? playbook.error, isPending: data === undefined, isFetching: review.isFetching, refetch: () => Promise.all([review.refetch(), playbook.refetch()]) }
}
