import { fittingPromotions, lastMoment, type Promotion } from '../promotion'
import { say } from '../sentence'
import { silent, type Signal } from './signal'

/** What marketing asks the team to use now, with those it is meant for. A push, never a trump. */
export const promotionSignal: Signal = {
  name: 'promotion',
  weight: 0.3,
  prepare({ playbook, person, profile, stories, now }) {
    if (!playbook.promotions?.length) return silent
    const fitting = fittingPromotions(playbook.promotions, { person, profile, touches: stories.flatMap(({ touches }) => touches), vocabulary: playbook, now })
    const running = new Map<string, Promotion>()
    // What ends first is said of an asset in several.
    for (const promotion of fitting) for (const id of promotion.assetIds) if (!running.has(id)) running.set(id, promotion)
    if (running.size === 0) return silent
    return {
      value: ({ id }) => (running.has(id) ? 1 : 0),
      explain({ id }) {
        const promotion = running.get(id)
        if (!promotion) return {}
        const last = lastMoment(promotion)
        return { why: last === undefined ? say('suggest.promoted') : say('suggest.promoted_until', { date: last }) }
      },
    }
  },
}
