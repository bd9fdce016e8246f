import type { HandOverRow } from '../hand-over'
import { campaignsOf } from '../hand-overs/attribution'
import { joinHandOvers, type Joined } from '../hand-overs/joined'
import type { ReviewFilter, Span } from './filter'
import type { ReviewRow } from './sheet'

/** Hand-overs of the span that meet the filter, with what reps did about them. Verdict and reason are no part of it: a lead nobody judged has none. */
export function handOversIn(handOvers: readonly HandOverRow[], rows: readonly ReviewRow[], filter: ReviewFilter, { from, to }: Span): Joined<HandOverRow>[] {
  const joined = joinHandOvers(handOvers.filter(({ at }) => at >= from && at < to), rows.filter(({ look }) => look === 'first'), rows.filter(({ look }) => look !== 'first'))
  const is = (wanted: string, value: string | undefined) => wanted === '' || value === wanted
  return joined.filter((lead) => {
    const { handOver, judgement } = lead
    return is(filter.crm, handOver.ref.crm) && is(filter.source, handOver.source) && is(filter.persona, handOver.persona) && is(filter.industry, handOver.industry) && is(filter.stage, handOver.stage)
      && (filter.asset === '' || judgement?.assets.includes(filter.asset) === true)
      && (filter.campaign === '' || campaignsOf(lead, filter.credit).some(({ name }) => name === filter.campaign))
  })
}
