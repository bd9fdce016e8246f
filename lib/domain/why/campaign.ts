import { say } from '../sentence'
import type { Touch } from '../touch'
import { factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'

const answers: ReadonlySet<Touch['kind']> = new Set(['campaign-response', 'form', 'download', 'event'])

/**
 * Responded to a campaign in the last 90 days: `0.62 × 2^(−age / 21 days)`, and 0.04 more for each further campaign up to
 * 0.12. A form or download that names its campaign is a response too.
 */
export const campaign: FactorRule = ({ touches, now }) => {
  const responses = touches.filter((touch) => answers.has(touch.kind) && touch.campaign !== undefined && isRecent(touch, now, 90))
  const [newest] = responses
  if (!newest?.campaign) return undefined
  const { name } = newest.campaign
  const campaigns = new Set(responses.map((touch) => touch.campaign?.name)).size
  const on = { date: newest.at }
  const sentence = campaigns === 1 ? say('why.campaign', name, on) : say('why.campaigns', campaigns, name, on)
  return factorOf('campaign', 0.62 * faded(newest.at, now, 21) + 0.04 * Math.min(3, campaigns - 1), sentence, responses)
}
