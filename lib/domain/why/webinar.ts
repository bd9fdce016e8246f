import { say } from '../sentence'
import { factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

/** Sat in a webinar in the last 90 days: `0.78 × 2^(−age / 21 days)`. Registering alone is no attendance. */
export const webinar: FactorRule = ({ touches, now }) => {
  const attended = touches.filter((touch) => touch.kind === 'webinar-attended' && isRecent(touch, now, 90))
  const [newest] = attended
  if (!newest) return undefined
  const on = { date: newest.at }
  const sentence = attended.length === 1 ? say('why.webinar', newest.title, on) : say('why.webinars', attended.length, newest.title, on)
  return factorOf('webinar', 0.78 * faded(newest.at, now, 21), sentence, attended)
}
