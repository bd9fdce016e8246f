import { memo, useMemo } from 'react'
import { spanOf, type ReviewFilter } from '@/lib/domain/review/filter'
import { countHandOvers, joinReview } from '@/lib/domain/review/hand-overs'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { useNow } from '@/components/ui/now'
import { Problem } from '../data/problem'
import { Outcomes } from '../hand-overs/outcomes'
import { Coverage } from './coverage'
import { useHandOvers } from './use-hand-overs'
import { useSliced } from './use-sliced'

interface HandedOverProps { rows: readonly ReviewRow[]; filter: ReviewFilter; today: number; brief?: boolean }

const minuteMs = 60_000

/** What was handed over: how much of it was judged, and what became of it. Verdicts are counted first; these follow. `brief` leaves out the groups, for paper. */
export const HandedOver = memo(function HandedOver({ rows, filter, today, brief = false }: HandedOverProps) {
  const { data, error, refetch } = useHandOvers()
  const minute = Math.floor(useNow() / minuteMs) * minuteMs
  const handOvers = data?.rows
  const joined = useSliced(useMemo(() => handOvers && (() => joinReview(handOvers, rows)), [handOvers, rows]))
  const figures = useSliced(useMemo(() => joined && (() => countHandOvers(joined, filter, spanOf(filter.period, today), minute)), [joined, filter, today, minute]))
  return <>
    <Problem of={error} retry={() => void refetch()} />
    {data && (figures || data.rows === undefined) && <Coverage figures={figures} openings={data.openings} />}
    {figures && figures.leads.length > 0 && <Outcomes figures={figures} brief={brief} />}
  </>
})
