import { rateOf, type Rate } from '../acceptance'
import type { Joined } from './joined'

/** How much of what was handed over was judged; the three numbers below add up to `handedOver`. */
export interface Coverage {
  handedOver: number
  judged: number
  openedNotJudged: number
  /** No rep is known to have opened it. */
  neverOpened: number
  /** Judged of handed over. */
  rate: Rate
}

/** Coverage of the leads handed over; `undefined` stands for a rule nobody has set yet, and is never a full or an empty coverage. */
export function coverageOfHandOvers(joined: readonly Joined[] | undefined): Coverage | undefined {
  if (joined === undefined) return undefined
  const judged = joined.filter(({ judgement }) => judgement !== undefined).length
  const opened = joined.filter(({ openedAt }) => openedAt !== undefined).length
  return { handedOver: joined.length, judged, openedNotJudged: opened - judged, neverOpened: joined.length - opened, rate: rateOf(judged, joined.length) }
}
