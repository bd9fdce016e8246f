import { useMemo } from 'react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ErrorInfo } from '@/lib/domain/errors'
import { spanOf } from '@/lib/domain/review/filter'
import { asksOf, askWithin, figuresOf, planSummary, type SummaryFigures, type Unanswerable } from '@/lib/domain/review/hub-summary'
import type { Compared } from '@/lib/domain/review/compared'
import type { Overview } from '@/lib/domain/review/overview'
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

/** `undefined` where everything can be counted here, and was (`here`). */
export function useHubSummary(by: Compared, today: number, here: Overview): HubFigures | undefined {
  const { filter } = here
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
    return told.why === 'kept-longer' && isSame(found, here) ? undefined : { ...told, figures: found }
  }, [data, inHub, isPlaceholderData, plan, asks, here])
}

function isSame(told: SummaryFigures, here: Overview): boolean {
  return told.acceptance.judged === here.acceptance.judged && JSON.stringify(told.change) === JSON.stringify(here.change)
}
