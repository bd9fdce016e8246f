import { say } from '../sentence'
import { dayMs, factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

const deepFrom = 0.7

/**
 * Finished what they began: items of depth 0.7 or more with a human touch in the last 60 days. `0.5 × depth × 2^(−age of the
 * newest / 30 days)`, and 0.05 more for each further item up to 0.15.
 */
export const depth: FactorRule = ({ stories, now }) => {
  const deep = stories.filter((story) => story.human > 0 && story.depth >= deepFrom && now - story.last <= 60 * dayMs)
  const [newest] = deep
  if (!newest) return undefined
  const touches = deep.flatMap((story) => story.touches).filter((touch) => touch.agent.by === 'human' && isRecent(touch, now, 60))
  if (touches.length === 0) return undefined
  const sentence = deep.length === 1 ? say('why.depth', newest.title) : say('why.depths', deep.length, newest.title)
  return factorOf('depth', 0.5 * newest.depth * faded(newest.last, now, 30) + 0.05 * Math.min(3, deep.length - 1), sentence, touches)
}
