import type { HandOverFigures } from '@/lib/domain/review/hand-overs'
import { acrossPaper } from '../overview/paper'
import { DisagreementCounts, Disagreements } from './disagreements'
import { FollowUpTime } from './follow-up-time'
import { Funnel } from './funnel'

/** What became of leads handed over: how far they got, how soon sales took them up, and where verdict and outcome disagree; `brief` for paper. */
export function Outcomes({ figures, brief = false }: { figures: HandOverFigures; brief?: boolean }) {
  if (brief) return <>
    <FollowUpTime figures={figures} brief />
    <div className={acrossPaper}><Funnel figures={figures} brief><DisagreementCounts of={figures.disagreements} /></Funnel></div>
  </>
  return <>
    <Funnel figures={figures} />
    <FollowUpTime figures={figures} />
    <Disagreements of={figures.disagreements} />
  </>
}
