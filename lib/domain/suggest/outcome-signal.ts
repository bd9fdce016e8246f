import { say } from '../sentence'
import { pastOf } from './past'
import type { Signal } from './signal'
import { silent } from './signal'

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
    const outcomes = pastOf(history)
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
