import { useMemo } from 'react'
import { filterReview, spanBefore, spanOf, withCredit, type ReviewFilter } from '@/lib/domain/review/filter'
import type { ReviewRow } from '@/lib/domain/review/sheet'

/**
 * The verdicts each part of the overview counts; `today` is a moment of the day in question. The counting itself is done in each
 * part, so that it can be done in pieces and none of them holds up the page.
 */
export function useOverview(all: readonly ReviewRow[], filter: ReviewFilter, today: number) {
  const rows = useMemo(() => withCredit(all, filter.credit), [all, filter.credit])
  const span = useMemo(() => spanOf(filter.period, today), [filter.period, today])
  // A share of only the good ones would say nothing: acceptance looks at all verdicts of the leads chosen.
  const leads = useMemo(() => filterReview(rows, { ...filter, verdict: '', reason: '' }, span), [rows, filter, span])
  return {
    span, leads,
    found: useMemo(() => (filter.verdict === '' && filter.reason === '' ? leads : filterReview(rows, filter, span)), [rows, leads, filter, span]),
    first: useMemo(() => leads.filter(({ look }) => look === 'first'), [leads]),
    earlier: useMemo(() => {
      const before = spanBefore(span)
      return before ? filterReview(rows, { ...filter, verdict: '', reason: '' }, before, 'first') : []
    }, [rows, filter, span]),
  }
}
