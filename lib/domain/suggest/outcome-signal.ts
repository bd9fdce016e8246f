import { say } from '../sentence'
import type { LedgerEvent } from '../ledger'
import { recordKey } from '../record-ref'
import type { Signal } from './signal'
import { silent } from './signal'

/** How an asset did: people it was sent to and judged later, and how much of a success they were. */
export interface Outcome { judged: number; good: number }

/** People the mean stands for: an asset needs several of its own before it leaves it. */
const prior = 10
/** One person is an anecdote: however the mean stands, it must not win. */
const fewest = 2

/**
 * What worked: verdicts on leads who got the asset, shrunk to the mean of all assets (beta-binomial, prior worth ten people),
 * so that a single success never wins.
 */
export const outcomeSignal: Signal = {
  name: 'outcome',
  weight: 1,
  prepare({ history }) {
    const outcomes = outcomesOf(history.events)
    let [good, judged] = [0, 0]
    for (const outcome of outcomes.values()) {
      if (outcome.judged < fewest) continue
      good += outcome.good
      judged += outcome.judged
    }
    if (judged === 0) return silent
    const mean = good / judged
    const value = (assetId: string) => {
      const outcome = outcomes.get(assetId)
      return outcome && outcome.judged >= fewest ? (outcome.good + prior * mean) / (outcome.judged + prior) - mean : 0
    }
    return {
      value: ({ id }) => value(id),
      explain({ id }) {
        const outcome = outcomes.get(id)
        if (!outcome || Math.abs(value(id)) < 0.02) return {}
        return value(id) > 0 ? { why: say('suggest.worked', outcome.good, outcome.judged) } : { misfit: say('suggest.not_worked', outcome.good, outcome.judged) }
      },
    }
  },
}

/** Per asset what became of the people it was sent to, as far as somebody judged them afterwards. One person counts once. */
export function outcomesOf(events: readonly LedgerEvent[]): Map<string, Outcome> {
  const withdrawn = new Set<string>()
  const dropped = new Set<string>()
  const verdicts = new Map<string, Extract<LedgerEvent, { type: 'verdict' }>>()
  for (const event of events) {
    if (event.type === 'verdict-withdrawn') withdrawn.add(event.verdictId)
    if (event.type === 'send-outcome' && event.outcome === 'dropped') dropped.add(event.sendId)
  }
  for (const event of events) {
    if (event.type !== 'verdict' || withdrawn.has(event.id) || event.verdict === 'cant_tell') continue
    const key = recordKey(event.ref)
    if ((verdicts.get(key)?.at ?? -Infinity) < event.at) verdicts.set(key, event)
  }
  const outcomes = new Map<string, Outcome>()
  const counted = new Set<string>()
  for (const event of events) {
    if (event.type !== 'send' || dropped.has(event.id)) continue
    const verdict = verdicts.get(recordKey(event.ref))
    const once = `${event.assetId} ${recordKey(event.ref)}`
    if (!verdict || verdict.at < event.at || counted.has(once)) continue
    counted.add(once)
    const outcome = outcomes.get(event.assetId) ?? { judged: 0, good: 0 }
    outcome.judged += 1
    if (verdict.verdict === 'good') outcome.good += 1
    outcomes.set(event.assetId, outcome)
  }
  return outcomes
}
