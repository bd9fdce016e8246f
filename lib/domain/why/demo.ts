import { say } from '../sentence'
import { factorOf, faded, isRecent } from './evidence-of'
import type { FactorRule } from './factor'
import { repeatedVisits } from './repeated-visits'

const visits = repeatedVisits({ name: 'demo', kind: 'demo', weight: 0.9, once: 'why.demo_once', twice: 'why.demo_twice', times: 'why.demo_times' })

/**
 * Asked for a demo in the last 90 days: `0.97 × 2^(−age / 14 days)`. Otherwise looked at the demo page: formula in
 * `repeatedVisits`, weight 0.9.
 */
export const demo: FactorRule = (input) => {
  const { touches, now } = input
  const asked = touches.filter(({ kind, agent }) => kind === 'demo' && agent.cause === 'deliberate').filter((touch) => isRecent(touch, now, 90))
  const [newest] = asked
  return newest ? factorOf('demo', 0.97 * faded(newest.at, now, 14), say('why.demo_asked', { date: newest.at }), asked) : visits(input)
}
