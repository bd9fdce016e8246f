import { useMemo } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { mergedReasons, withStandingReasons } from '@/lib/domain/reasons'
import { useAsk } from '../data/ask'
import { useDesk } from '../desk-context'
import { isPart, reviewQuery } from './review-query'

/** All verdicts as the review counts them, newest first, each under the reason that stands today. `whole` are the same once none is missing and nothing failed. */
export function useReview() {
  const { bus } = useDesk()
  const playbook = useAsk('playbook.get', {})
  const review = useQuery(reviewQuery(bus, useQueryClient()))
  const reasons = playbook.data?.reasons
  const data = useMemo(() => review.data && reasons && withStandingReasons(review.data, mergedReasons(reasons)), [review.data, reasons])
  const error = review.error ?? playbook.error
  const whole = error || !review.data || isPart(review.data) ? undefined : data
  return { data, whole, error, isPending: data === undefined, isFetching: review.isFetching, refetch: () => Promise.all([review.refetch(), playbook.refetch()]) }
}
