import { campaign } from './campaign'
import { comparison } from './comparison'
import { demo } from './demo'
import { depth } from './depth'
import type { Factor, FactorRule, WhyInput } from './factor'
import { frequency } from './frequency'
import { pricing } from './pricing'
import { recency } from './recency'
import { reply } from './reply'
import { score } from './score'
import { silence } from './silence'
import { webinar } from './webinar'

const rules: readonly FactorRule[] = [reply, demo, pricing, comparison, webinar, silence, campaign, depth, frequency, recency, score]

/** Why this lead matters, the strongest factor first; only what evidence carries. */
export function explain(input: WhyInput): Factor[] {
  return rules.flatMap((rule) => rule(input) ?? []).sort((a, b) => b.weight - a.weight)
}
