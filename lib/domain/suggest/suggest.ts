import type { Asset } from '../asset'
import { createHardRules } from './hard-rules'
import { receiptOf } from './receipt'
import { createScorer } from './score'
import type { SuggestInput, SuggestionSet } from './types'

interface Candidate { asset: Asset; index: number; score: number }

/** What each further asset of a kind, or on a subject, already chosen loses: no five of a kind. */
const sameKindCost = 0.15
const sameSubjectCost = 0.1
/** Candidates per place among which diversity chooses. */
const poolFactor = 10

/**
 * The assets that fit this person now, best first, each with its receipt. Score = Σ weight × signal; assets the hard rules forbid are
 * counted by reason. Pure and deterministic: equal scores are ordered by id. Hand in `library` where many calls share one.
 */
export function suggest(input: SuggestInput): SuggestionSet {
  const forbidden = createHardRules(input)
  const scorer = createScorer(input)
  const excluded: SuggestionSet['excluded'] = {}
  const pool = createPool(input.limit * poolFactor)
  for (const [index, asset] of input.assets.entries()) {
    const rule = forbidden(asset)
    if (rule) excluded[rule] = (excluded[rule] ?? 0) + 1
    else pool.offer({ asset, index, score: scorer.score(index) })
  }
  const chosen = diversify(pool.best(), input.limit)
  return {
    items: chosen.map(({ asset, index, score }) => ({ assetId: asset.id, score, receipt: receiptOf(asset, index, scorer, input) })),
    considered: input.assets.length,
    excluded,
  }
}

function inOrder(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.asset.id < b.asset.id ? -1 : 1)
}

/** The best so many of a stream. */
function createPool(size: number) {
  let kept: Candidate[] = []
  let floor = -Infinity
  const cut = () => {
    kept = kept.sort(inOrder).slice(0, size)
    floor = kept.length < size ? -Infinity : (kept.at(-1)?.score ?? -Infinity)
    return kept
  }
  return {
    offer(candidate: Candidate) {
      if (candidate.score < floor) return
      kept.push(candidate)
      if (kept.length >= size * 2 + 8) cut()
    },
    best: cut,
  }
}

function diversify(left: Candidate[], limit: number): Candidate[] {
  const chosen: Candidate[] = []
  const worth = ({ asset, score }: Candidate) => chosen.reduce((sum, { asset: other }) => (
    sum - (other.kind === asset.kind ? sameKindCost : 0) - (other.topics.some((topic) => asset.topics.includes(topic)) ? sameSubjectCost : 0)
  ), score)
  while (chosen.length < limit && left.length > 0) {
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a))
    left.splice(left.indexOf(best), 1)
    chosen.push(best)
  }
  return chosen
}
