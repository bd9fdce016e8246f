import type { HandOverRow } from '../hand-over'
import { campaignNames } from '../hand-overs/attribution'
import { createJoiner, type Joined } from '../hand-overs/joined'
import type { ReviewFilter, Span } from './filter'
import type { ReviewRow } from './sheet'

/**
 * What was handed over with what reps did about it, in slices of so many, each in a turn of its own: `turn` resolves when the next one may be done. Joining a
 * hundred thousand with as many verdicts takes longer than a page may stand still.
 */
export async function joinReview(handOvers: readonly HandOverRow[], rows: readonly ReviewRow[], slice: number, turn: () => Promise<void>): Promise<Joined<HandOverRow>[]> {
  const joiner = createJoiner()
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % slice === 0) await turn()
    if (row.look === 'first') joiner.judged(row)
    else joiner.seen(row)
  }
  const joined: Joined<HandOverRow>[] = []
  for (const [index, handOver] of handOvers.entries()) {
    if (index % slice === 0) await turn()
    joined.push(joiner.join(handOver))
  }
  return joined
}

/** Hand-overs of the span that meet the filter. Verdict and reason are no part of it: a lead nobody judged has none. */
export function handOversIn(joined: readonly Joined<HandOverRow>[], filter: ReviewFilter, { from, to }: Span): Joined<HandOverRow>[] {
  const is = (wanted: string, value: string | undefined) => wanted === '' || value === wanted
  return joined.filter((lead) => {
    const { handOver, judgement } = lead
    return handOver.at >= from && handOver.at < to
      && is(filter.crm, handOver.ref.crm) && is(filter.source, handOver.source) && is(filter.persona, handOver.persona) && is(filter.industry, handOver.industry) && is(filter.stage, handOver.stage)
      && (filter.asset === '' || judgement?.assets.includes(filter.asset) === true)
      && (filter.campaign === '' || campaignNames(lead, filter.credit).includes(filter.campaign))
  })
}
