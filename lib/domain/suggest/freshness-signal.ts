import { say } from '../sentence'
import type { Signal } from './signal'

const day = 86_400_000
const halfLifeDays = 60
const freshDays = 60
const silentAfterDays = 365

/** New or changed assets get a fair chance, by their age alone: 1 today, halved every 60 days, nothing after a year. */
export const freshnessSignal: Signal = {
  name: 'freshness',
  weight: 0.1,
  prepare({ now }) {
    const ageOf = (at: number) => Math.max(0, (now - at) / day)
    return {
      value({ updatedAt }) {
        const age = ageOf(updatedAt)
        return age > silentAfterDays ? 0 : 0.5 ** (age / halfLifeDays)
      },
      explain: ({ updatedAt }) => (ageOf(updatedAt) <= freshDays ? { why: say('suggest.fresh', { date: updatedAt }) } : {}),
    }
  },
}
