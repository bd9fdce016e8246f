import type { Agent, RawTouch } from '../touch'
import { clicksInBurst } from './mail-burst'
import { mailMoments } from './mail-moments'
import { agentRules, unknownAgent, type Siblings } from './rules'

/** Who did each touch, in the order given. All touches of a record belong in one call: clicks of one mail judge each other. */
export function labelTouches(raw: readonly RawTouch[]): Agent[] {
  const burst = clicksInBurst(raw)
  const siblings: Siblings = { burst, mails: mailMoments(raw, burst) }
  return raw.map((touch) => labelTouch(touch, siblings))
}

function labelTouch(touch: RawTouch, siblings: Siblings): Agent {
  if (touch.agent) return touch.agent
  const rule = agentRules.find(({ holds }) => holds(touch, siblings))
  return rule ? { by: rule.by, cause: rule.cause } : unknownAgent
}
