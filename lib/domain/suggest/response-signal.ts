import type { Learned, LearnedItem } from '../learned'
import { say } from '../sentence'
import { silent, type Signal } from './signal'

/** People the mean stands for: an asset needs several of its own before it leaves it. */
const prior = 10
/** One person is an anecdote: however the mean stands, it must not win. */
const fewest = 2
/** What an opening is worth against an answer, which nobody gives without one. */
const openedWorth = 0.4
const repliedWorth = 1 - openedWorth

/**
 * What people did with it: openings and answers of those who got the asset, shrunk to the mean of all assets (beta-binomial, prior worth ten
 * people), so that a single answer never wins.
 */
export const responseSignal: Signal = {
  name: 'response',
  weight: 0.6,
  prepare({ history }) {
    const learned: Learned = history.learned ?? new Map()
    let [worth, people] = [0, 0]
    for (const item of learned.values()) {
      if (item.got < fewest) continue
      worth += worthOf(item)
      people += item.got
    }
    if (people === 0) return silent
    const mean = worth / people
    const value = (assetId: string) => {
      const item = learned.get(assetId)
      return item && item.got >= fewest ? (worthOf(item) + prior * mean) / (item.got + prior) - mean : 0
    }
    return {
      value: ({ id }) => value(id),
      explain({ id }) {
        const item = learned.get(id)
        if (!item || Math.abs(value(id)) < 0.02) return {}
        const { opened, replied, got } = item
        return value(id) > 0 ? { why: say('suggest.responded', opened, replied, got) } : { misfit: say('suggest.not_responded', opened, replied, got) }
      },
    }
  },
}

function worthOf({ opened, replied }: LearnedItem): number {
  return openedWorth * opened + repliedWorth * replied
}
