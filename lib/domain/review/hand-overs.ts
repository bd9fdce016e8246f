import type { HandOver, HandOverRow } from '../hand-over'
import { campaignNames, tellWays } from '../hand-overs/attribution'
import { createCoverage, type Coverage } from '../hand-overs/coverage'
import { createDisagreements, type Disagreement } from '../hand-overs/disagreements'
import { createFollowUp, type FollowUpTime } from '../hand-overs/follow-up-time'
import { createFunnel, type Funnel } from '../hand-overs/funnel'
import { createJoiner, type Joined } from '../hand-overs/joined'
import { createWays, type CampaignWays } from '../influence'
import type { ReviewFilter, Span } from './filter'
import type { ReviewRow } from './sheet'

/** So many are done between two looks at the clock. */
const stride = 250

/** What was handed over with what reps did about it. Joining a hundred thousand with as many verdicts takes longer than a page may stand still: in slices (`inSlices`). */
export function* joinReview(handOvers: readonly HandOverRow[], rows: readonly ReviewRow[]): Generator<void, Joined<HandOverRow>[]> {
  const joiner = createJoiner()
  for (const [index, row] of rows.entries()) {
    if (index % stride === 0) yield
    if (row.look === 'first') joiner.judged(row)
    else joiner.seen(row)
  }
  const joined: Joined<HandOverRow>[] = []
  for (const [index, handOver] of handOvers.entries()) {
    if (index % stride === 0) yield
    joined.push(joiner.join(handOver))
  }
  return joined
}

/** All the overview says of hand-overs under one filter. */
export interface HandOverFigures<T extends HandOver = HandOverRow> {
  /** Those counted. */
  leads: Joined<T>[]
  /** Absent for one asset: assets are known of judged leads only, so that all of them would be judged. */
  coverage?: Coverage | undefined
  funnel: Funnel
  ways: CampaignWays
  time: FollowUpTime
  disagreements: Disagreement<T>[]
}

/** Counts the hand-overs of the span that meet the filter, each looked at once, in slices (`inSlices`). `now` in epoch milliseconds: until then those not followed up have waited. */
export function* countHandOvers<T extends HandOver>(joined: readonly Joined<T>[], filter: ReviewFilter, span: Span, now: number): Generator<void, HandOverFigures<T>> {
  const leads: Joined<T>[] = []
  const [coverage, funnel, time, disagreements, ways] = [createCoverage(), createFunnel(filter.credit), createFollowUp(now), createDisagreements<T>(), createWays()]
  for (const [index, lead] of joined.entries()) {
    if (index % stride === 0) yield
    if (!isIn(lead, filter, span)) continue
    leads.push(lead)
    for (const counter of [coverage, funnel, time, disagreements]) counter.add(lead)
    tellWays(lead, ways.note)
  }
  yield
  return { leads, coverage: filter.asset === '' ? coverage.counted() : undefined, funnel: funnel.counted(), ways: ways.collected(), time: time.counted(), disagreements: disagreements.counted() }
}

/** Verdict and reason are no part of it: a lead nobody judged has none. */
function isIn(lead: Joined, { crm, source, persona, industry, stage, asset, campaign, credit }: ReviewFilter, { from, to }: Span): boolean {
  const { handOver, judgement } = lead
  return handOver.at >= from && handOver.at < to
    && (crm === '' || handOver.ref.crm === crm) && (source === '' || handOver.source === source) && (persona === '' || handOver.persona === persona)
    && (industry === '' || handOver.industry === industry) && (stage === '' || handOver.stage === stage)
    && (asset === '' || judgement?.assets.includes(asset) === true) && (campaign === '' || campaignNames(lead, credit).includes(campaign))
}
