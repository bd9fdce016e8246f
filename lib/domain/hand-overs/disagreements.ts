import type { HandOver, Outcome } from '../hand-over'
import type { Judgement } from '../judgement'
import type { LeadCounter } from './counter'

/** A lead whose verdict and outcome say different things: worth a talk between both teams, and nobody's fault. */
export interface Disagreement<T extends HandOver = HandOver> {
  kind: 'good-lost' | 'wrong-won'
  handOver: T
  judgement: Judgement
  outcome: Outcome
}

/** Good but lost, and Wrong but won; the latest outcome first. */
export function createDisagreements<T extends HandOver>(): LeadCounter<Disagreement<T>[], T> {
  const found: Disagreement<T>[] = []
  return {
    add({ handOver, judgement }) {
      const { outcome } = handOver
      if (!judgement || !outcome) return
      if (judgement.verdict === 'good' && outcome.result === 'lost') found.push({ kind: 'good-lost', handOver, judgement, outcome })
      if (judgement.verdict === 'wrong' && outcome.result === 'won') found.push({ kind: 'wrong-won', handOver, judgement, outcome })
    },
    counted: () => found.toSorted((a, b) => (b.outcome.closedAt ?? 0) - (a.outcome.closedAt ?? 0)),
  }
}
