import { say } from '../sentence'
import { dayMs, factorOf, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

const fewestDays = 3

/**
 * Was active on at least three different days of the last 30: `0.55 × d / (d + 3)` for `d` days. Days and not clicks: one long
 * visit is one visit. Days are counted in UTC, which shifts them by hours but changes their number little.
 */
export const frequency: FactorRule = ({ touches, now }) => {
  const recent = touches.filter((touch) => isRecent(touch, now))
  const days = new Set(recent.map(({ at }) => Math.floor(at / dayMs))).size
  if (days < fewestDays) return undefined
  return factorOf('frequency', (0.55 * days) / (days + 3), say('why.frequency', days), recent)
}
