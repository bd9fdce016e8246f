import type { Outcome } from '../hand-over'

const order: readonly Outcome['result'][] = ['won', 'open', 'lost', 'unknown']

/** The outcome that speaks for a lead with several: a won one, else an open one, else the one lost last. */
export function bestOutcome(outcomes: readonly Outcome[]): Outcome | undefined {
  return outcomes.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result) || (b.closedAt ?? 0) - (a.closedAt ?? 0))[0]
}
