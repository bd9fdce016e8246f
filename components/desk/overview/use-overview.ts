import { useMemo } from 'react'
import { acceptanceOf } from '@/lib/domain/acceptance'
import { filterReview, spanBefore, spanOf, withCredit, type ReviewFilter } from '@/lib/domain/review/filter'
import { rankBy, reasonCells, reasonsOf, wholeOf, type Compared } from '@/lib/domain/review/ranking'
import { seriesOf } from '@/lib/domain/review/series'
import type { VerdictValue } from '@/lib/domain/ledger'
import type { ReviewRow } from '@/lib/domain/review/sheet'

/** Everything the overview shows, from all verdicts and the filter; `today` is a moment of the day in question. */
export function useOverview(all: readonly ReviewRow[], filter: ReviewFilter, by: Compared, today: number) {
  const rows = useMemo(() => withCredit(all, filter.credit), [all, filter.credit])
  const span = useMemo(() => spanOf(filter.period, today), [filter.period, today])
  const found = useMemo(() => filterReview(rows, filter, span), [rows, filter, span])
  // A share of only the good ones would say nothing: acceptance looks at all verdicts of the leads chosen.
  const leads = useMemo(() => filterReview(rows, { ...filter, verdict: '', reason: '' }, span), [rows, filter, span])
  const first = useMemo(() => leads.filter(({ look }) => look === 'first'), [leads])
  const earlier = useMemo(() => {
    const before = spanBefore(span)
    return before ? filterReview(rows, { ...filter, verdict: '', reason: '' }, before, 'first') : []
  }, [rows, filter, span])
  return {
    found,
    series: useMemo(() => seriesOf(found, span, today), [found, span, today]),
    counts: useMemo(() => countsOf(found), [found]),
    reasons: useMemo(() => reasonsOf(found), [found]),
    cells: useMemo(() => reasonCells(found), [found]),
    whole: useMemo(() => wholeOf(first, earlier), [first, earlier]),
    second: useMemo(() => acceptanceOf(leads.filter(({ look }) => look === 'second')), [leads]),
    ranking: useMemo(() => rankBy(first, earlier, by), [first, earlier, by]),
  }
}

function countsOf(rows: readonly ReviewRow[]): Record<VerdictValue, number> {
  const { good, notYet, wrong, cantTell } = acceptanceOf(rows)
  return { good, not_yet: notYet, wrong, cant_tell: cantTell }
}
