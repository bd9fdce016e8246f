import { say } from '../sentence'
import { silent, type Signal } from './signal'

/** What marketing asks the team to use now, named in the playbook with its time. A push, never a trump. */
export const promotionSignal: Signal = {
  name: 'promotion',
  weight: 0.3,
  prepare({ playbook, now }) {
    const running = new Map((playbook.promotions ?? []).filter(({ from = -Infinity, until = Infinity }) => from <= now && now < until).map((promotion) => [promotion.assetId, promotion]))
    if (running.size === 0) return silent
    return {
      value: ({ id }) => (running.has(id) ? 1 : 0),
      explain({ id }) {
        const promotion = running.get(id)
        if (!promotion) return {}
        return { why: promotion.until === undefined ? say('suggest.promoted') : say('suggest.promoted_until', { date: promotion.until }) }
      },
    }
  },
}
