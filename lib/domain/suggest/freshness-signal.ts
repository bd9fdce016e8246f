import { say } from '../sentence'
import type { Signal } from './signal'

const day = 86_400_000
const freshDays = 60

/** New or changed assets get a fair chance: 1 today, halved every 60 days. Silent beyond a year. */
export const freshnessSignal: Signal = {
  name: 'freshness',
  weight: 0.2,
  prepare: ({ now }) => (asset) => {
    const age = Math.max(0, (now - asset.updatedAt) / day)
    const value = age > 365 ? 0 : 0.5 ** (age / freshDays)
    return age <= freshDays ? { value, why: say('suggest.fresh', { date: asset.updatedAt }) } : { value }
  },
}
