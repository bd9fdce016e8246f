import { useMemo } from 'react'
import { filterQuery, spanOf, withCredit, type ReviewFilter } from '@/lib/domain/review/filter'
import { createOverview, type Overview } from '@/lib/domain/review/overview'
import type { ReviewRow } from '@/lib/domain/review/sheet'

/** So many filters are at hand when one goes back to them. */
const most = 6

/** What the verdicts say under the filter; `today` is a moment of the day in question. Each part counts its own figures, so that it is done in pieces. */
export function useOverview(all: readonly ReviewRow[], filter: ReviewFilter, today: number): Overview {
  const rows = useMemo(() => withCredit(all, filter.credit), [all, filter.credit])
  const overviewOf = useMemo(() => keepRecent((chosen: ReviewFilter) => createOverview(rows, chosen, spanOf(chosen.period, today), today), filterQuery), [rows, today])
  return useMemo(() => overviewOf(filter), [overviewOf, filter])
}

/** What was made of the last few is kept. */
function keepRecent<K, T>(make: (of: K) => T, keyOf: (of: K) => string): (of: K) => T {
  const kept = new Map<string, T>()
  return (of) => {
    const key = keyOf(of)
    const made = kept.get(key) ?? make(of)
    kept.delete(key)
    kept.set(key, made)
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
    return made
  }
}
