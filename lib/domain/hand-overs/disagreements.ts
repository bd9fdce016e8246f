import type { HandOver, Outcome } from '../hand-over'
import type { Judgement } from '../judgement'
import type { Joined } from './joined'

/** A lead whose verdict and outcome say different things: worth a talk between both teams, and nobody's fault. */
export interface Disagreement {
  kind: 'good-lost' | 'wrong-won'
  handOver: HandOver
  judgement: Judgement
  outcome: Outcome
}

/** Good but lost, and Wrong but won; the latest outcome first. */
export function disagreementsOf(joined: readonly Joined[]): Disagreement[] {
  return joined.flatMap(({ handOver, judgement }): Disagreement[] => {
    const { outcome } = handOver
    if (!judgement || !outcome) return []
    if (judgement.verdict === 'good' && outcome.result === 'lost') return [{ kind: 'good-lost', handOver, judgement, outcome }]
    if (judgement.verdict === 'wrong' && outcome.result === 'won') return [{ kind: 'wrong-won', handOver, judgement, outcome }]
    return []
  }).sort((a, b) => (b.outcome.closedAt ?? 0) - (a.outcome.closedAt ?? 0))
}
