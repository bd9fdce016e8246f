import { say } from '../sentence'
import { dayMs, factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

const silentDays = 30

/** Came back in the last 14 days after at least 30 days without a touch: `0.7 × 2^(−time since the return / 14 days)`. */
export const silence: FactorRule = ({ touches, now }) => {
  const index = touches.findIndex((touch, position) => touch.at - (touches[position + 1]?.at ?? touch.at) >= silentDays * dayMs)
  const back = touches[index]
  const before = touches[index + 1]
  if (!back || !before || !isRecent(back, now, 14)) return undefined
  const days = Math.floor((back.at - before.at) / dayMs)
  return factorOf('silence', 0.7 * faded(back.at, now, 14), say('why.silence', { days }, back.title), [...touches.slice(0, index + 1), before])
}
