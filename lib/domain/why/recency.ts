import { say } from '../sentence'
import { dayMs, factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

/** Was here lately, at most 30 days ago: `0.45 × 2^(−age / 10 days)`. */
export const recency: FactorRule = ({ touches, now }) => {
  const [newest] = touches
  if (!newest || !isRecent(newest, now)) return undefined
  const sentence = now - newest.at < dayMs && !newest.dayOnly ? say('why.recency_today', newest.title) : say('why.recency', { date: newest.at }, newest.title)
  return factorOf('recency', 0.45 * faded(newest.at, now, 10), sentence, [newest])
}
