import { useMemo } from 'react'
import { spanOf, type ReviewFilter } from '@/lib/domain/review/filter'
import { countHandOvers, joinReview, type HandOverFigures } from '@/lib/domain/review/hand-overs'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { useNow } from '@/components/ui/now'
import { useHandOvers } from './use-hand-overs'
import { useSliced } from './use-sliced'

/** Who waits for a follow-up is counted anew so often. */
const stepMs = 600_000

export interface HandedOverState {
  /** `undefined` until they are counted, and where nobody has said what counts as handed over. */
  figures: HandOverFigures | undefined
  /** Whether anybody has said so; `undefined` until it is known. */
  hasRule: boolean | undefined
  openings: 'here' | 'team'
  /** Whether what is said is of this very filter: figures of the one before stay until then. */
  isCounted: boolean
  error: Error | null
  refetch: () => void
}

/** What was handed over under the filter. Verdicts are counted first; these follow. */
export function useHandedOver(rows: readonly ReviewRow[], filter: ReviewFilter, today: number): HandedOverState {
  const { data, error, refetch } = useHandOvers()
  const now = Math.floor(useNow() / stepMs) * stepMs
  const handOvers = data?.rows
  const joined = useSliced(useMemo(() => handOvers && (() => joinReview(handOvers, rows)), [handOvers, rows]))
  const all = joined.result
  const counted = useSliced(useMemo(() => all && (() => countHandOvers(all, filter, spanOf(filter.period, today), now)), [all, filter, today, now]))
  const [figures, hasRule, openings] = [handOvers && counted.result, data && handOvers !== undefined, data?.openings ?? 'here']
  const isCounted = error !== null || hasRule === false || (hasRule === true && joined.isDone && counted.isDone)
  return useMemo(() => ({ figures, hasRule, openings, isCounted, error, refetch: () => void refetch() }), [figures, hasRule, openings, isCounted, error, refetch])
}
