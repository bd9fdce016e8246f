import { useMemo } from 'react'
import { spanOf, type ReviewFilter } from '@/lib/domain/review/filter'
import { handOversIn } from '@/lib/domain/review/hand-overs'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { useNow } from '@/components/ui/now'
import { Problem } from '../data/problem'
import { Outcomes } from '../hand-overs/outcomes'
import { Coverage } from './coverage'
import { useHandOvers } from './use-hand-overs'
import { useJoined } from './use-joined'
import { useLater } from './use-later'

interface HandedOverProps { rows: readonly ReviewRow[]; filter: ReviewFilter; today: number; brief?: boolean }

/** What was handed over: how much of it was judged, and what became of it. `brief` leaves out the groups, for paper. */
export function HandedOver({ rows, filter: chosen, today, brief = false }: HandedOverProps) {
  // Verdicts are counted first; these follow.
  const filter = useLater(chosen, chosen)
  const { data, error, refetch } = useHandOvers()
  const minute = Math.floor(useNow() / 60_000) * 60_000
  const all = useJoined(data?.rows, rows)
  const joined = useMemo(() => all && handOversIn(all, filter, spanOf(filter.period, today)), [all, filter, today])
  return <>
    <Problem of={error} retry={() => void refetch()} />
    {data && (joined || data.rows === undefined) && <Coverage joined={joined} openings={data.openings} />}
    {joined && <Outcomes leads={joined} credit={filter.credit} now={minute} brief={brief} />}
  </>
}
