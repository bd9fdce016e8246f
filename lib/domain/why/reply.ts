import { say } from '../sentence'
import { factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

/** Answered a mail in the last 90 days: `0.95 × 2^(−age / 14 days)`; nothing shows more interest without a meeting. */
export const reply: FactorRule = ({ touches, now }) => {
  const replies = touches.filter((touch) => touch.kind === 'email-reply' && isRecent(touch, now, 90))
  const [newest] = replies
  if (!newest) return undefined
  return factorOf('reply', 0.95 * faded(newest.at, now, 14), say('why.reply', newest.title, { date: newest.at }), replies)
}
