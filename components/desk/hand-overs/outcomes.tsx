import { useMemo } from 'react'
import { disagreementsOf } from '@/lib/domain/hand-overs/disagreements'
import { followUpTime } from '@/lib/domain/hand-overs/follow-up-time'
import type { Attribution } from '@/lib/domain/hand-overs/attribution'
import { acrossPaper } from '../overview/paper'
import { DisagreementCounts, Disagreements } from './disagreements'
import { FollowUpTime } from './follow-up-time'
import { Funnel } from './funnel'
import type { LeadRow } from './leads-behind'

interface OutcomesProps { leads: readonly LeadRow[]; credit: Attribution; now: number; brief?: boolean }

/** What became of leads handed over: how far they got, how soon sales took them up, and where verdict and outcome disagree; `brief` for paper. */
export function Outcomes({ leads, credit, now, brief = false }: OutcomesProps) {
  const time = useMemo(() => followUpTime(leads.map(({ handOver }) => handOver), now), [leads, now])
  const disagreements = useMemo(() => disagreementsOf(leads), [leads])
  if (leads.length === 0) return null
  if (brief) return <>
    <FollowUpTime time={time} leads={leads} brief />
    <div className={acrossPaper}><Funnel leads={leads} credit={credit} brief><DisagreementCounts of={disagreements} /></Funnel></div>
  </>
  return <>
    <Funnel leads={leads} credit={credit} />
    <FollowUpTime time={time} leads={leads} />
    <Disagreements of={disagreements} leads={leads} />
  </>
}
