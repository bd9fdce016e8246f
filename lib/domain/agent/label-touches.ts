import type { Agent, RawTouch } from '../touch'
import { clicksInBurst } from './mail-burst'
import { agentRules, unknownAgent, type Siblings } from './rules'

/** Who did each touch, by touch id. All touches of a record belong in one call: clicks of one mail judge each other. */
export function labelTouches(raw: readonly RawTouch[]): Map<string, Agent> {
  const siblings: Siblings = { burst: clicksInBurst(raw) }
  return new Map(raw.map((touch) => [touch.id, labelTouch(touch, siblings)]))
}

function labelTouch(touch: RawTouch, siblings: Siblings): Agent {
  const rule = agentRules.find(({ holds }) => holds(touch, siblings))
  return rule ? { by: rule.by, cause: rule.cause } : unknownAgent
}
