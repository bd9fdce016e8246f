import { useMemo } from 'react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ErrorInfo } from '@/lib/domain/errors'
import { spanOf, type ReviewFilter } from '@/lib/domain/review/filter'
import { asksOf, askWithin, figuresOf, planSummary, type SummaryFigures, type Unanswerable } from '@/lib/domain/review/hub-summary'
import type { Compared } from '@/lib/domain/review/compared'
import { wholeOf } from '@/lib/domain/review/ranking'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { useDesk } from '../desk-context'

/** What the hub says where this browser does not hold all its team's verdicts: figures, why there are none for this filter, or what kept it from answering. */
export interface HubFigures {
  why: 'bringing' | 'kept-longer'
  days: number
  asOf?: number | undefined
  figures?: SummaryFigures | undefined
  unanswerable?: Unanswerable | undefined
  error?: ErrorInfo | undefined
}

/** While the team's verdicts are on their way here, what is here would be another number: then the hub's figures stand alone. */
export function onlyFromHub(hub: HubFigures | undefined, here: readonly unknown[] | undefined): HubFigures | undefined {
  return hub && !hub.error && (hub.why === 'bringing' || here?.length === 0) ? hub : undefined
}

/** `undefined` where everything can be counted here, from each lead's standing first look, now (`first`) and in the period before (`earlier`). */
export function useHubSummary(filter: ReviewFilter, by: Compared, today: number, first: readonly ReviewRow[], earlier: readonly ReviewRow[]): HubFigures | undefined {
  const { bus } = useDesk()
  const span = useMemo(() => spanOf(filter.period, today), [filter.period, today])
  const plan = useMemo(() => planSummary(filter, by, span), [filter, by, span])
  const asks = useMemo(() => ('unanswerable' in plan ? [askWithin(span)] : asksOf(plan)), [plan, span])
  // The desk knows whether it is in a hub at all (`useTeam`): in none nothing is asked with every filter.
  const inHub = useQueryClient().getQueryData(['team']) !== null
  const { data, isPlaceholderData } = useQuery({ queryKey: ['review.summary', asks], queryFn: () => bus.ask('review.summary', { asks }), placeholderData: keepPreviousData, enabled: inHub })
  return useMemo(() => {
    if (!data || !inHub) return undefined
    const { answers, ...told } = data
    if ('unanswerable' in plan) return { ...told, ...plan }
    // What was answered before belongs to another question: only why it is asked at all still holds.
    if (!answers || isPlaceholderData) return told
    const byAsk = new Map(asks.map((ask, index) => [JSON.stringify(ask), answers[index]]))
    const found = figuresOf(plan, (ask) => byAsk.get(JSON.stringify(ask)) ?? { groups: [], more: false })
    if ('unanswerable' in found) return { ...told, ...found }
    return told.why === 'kept-longer' && isSame(found, wholeOf(first, earlier)) ? undefined : { ...told, figures: found }
  }, [data, inHub, isPlaceholderData, plan, asks, first, earlier])
}

function isSame(told: SummaryFigures, here: Pick<SummaryFigures, 'acceptance' | 'change'>): boolean {
  return told.acceptance.judged === here.acceptance.judged && JSON.stringify(told.change) === JSON.stringify(here.change)
}
