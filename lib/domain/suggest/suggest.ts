import { industrySignal, personaSignal, stageSignal } from './fit-signals'
import { freshnessSignal } from './freshness-signal'
import { createHardRules } from './hard-rules'
import { receiptOf, type Scored } from './receipt'
import type { Signal } from './signal'
import { textSignal } from './text-signal'
import type { SuggestInput, SuggestionSet } from './types'

export const signals: readonly Signal[] = [textSignal, stageSignal, personaSignal, industrySignal, freshnessSignal]

/** How much each further asset of a kind already chosen loses: no five of a kind. */
const sameKindFactor = 0.85

/**
 * The assets that fit this person now, best first, each with its receipt. Score = Σ weight × reading; assets the hard rules
 * forbid are counted by reason. Pure and deterministic: equal scores are ordered by id.
 */
export function suggest(input: SuggestInput): SuggestionSet {
  const forbidden = createHardRules(input)
  const readers = signals.map((signal) => ({ signal, read: signal.prepare(input) }))
  const excluded: SuggestionSet['excluded'] = {}
  const scored: Scored[] = []
  for (const asset of input.assets) {
    const rule = forbidden(asset)
    if (rule) {
      excluded[rule] = (excluded[rule] ?? 0) + 1
      continue
    }
    const readings = readers.map(({ signal, read }) => {
      const reading = read(asset)
      return { signal: signal.name, points: signal.weight * reading.value, reading }
    })
    scored.push({ asset, score: readings.reduce((sum, { points }) => sum + points, 0), readings })
  }
  const chosen = diversify(scored, input.limit)
  return {
    items: chosen.map((item) => ({ assetId: item.asset.id, score: item.score, receipt: receiptOf(item, input) })),
    considered: input.assets.length,
    excluded,
  }
}

function diversify(scored: Scored[], limit: number): Scored[] {
  const left = scored.sort((a, b) => b.score - a.score || (a.asset.id < b.asset.id ? -1 : 1)).slice(0, limit * 10)
  const chosen: Scored[] = []
  while (chosen.length < limit && left.length > 0) {
    const worth = (item: Scored) => item.score * sameKindFactor ** chosen.filter((other) => other.asset.kind === item.asset.kind).length
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a))
    left.splice(left.indexOf(best), 1)
    chosen.push(best)
  }
  return chosen
}
