import { say } from '../sentence'
import { depthOf } from '../story/depth'
import type { Touch } from '../touch'
import { factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

const deepFrom = 0.7

/**
 * Stayed until the end: items read or watched to 0.7 of their depth or more in the last 60 days, as far as a source measured
 * time or progress; webinars speak for themselves. `0.55 × 2^(−age of the newest / 30 days)`, and 0.05 more for each further item up to 0.15.
 */
export const depth: FactorRule = ({ touches, now }) => {
  const deep = touches.filter((touch) => isMeasured(touch) && depthOf(touch) >= deepFrom && isRecent(touch, now, 60))
  const [newest] = deep
  if (!newest) return undefined
  const items = new Set(deep.map(({ contentKey }) => contentKey)).size
  const sentence = items === 1 ? say('why.depth', newest.title) : say('why.depths', items, newest.title)
  return factorOf('depth', 0.55 * faded(newest.at, now, 30) + 0.05 * Math.min(3, items - 1), sentence, deep)
}

function isMeasured({ kind, progress, seconds }: Touch): boolean {
  return !kind.startsWith('email-') && kind !== 'webinar-attended' && (progress !== undefined || seconds !== undefined)
}
