import * as z from 'zod/mini'
import { dueAt, spanBetween } from './span'
import type { PromisedSpan } from './promise'
import { wilson } from '../statistics'
import type { Wait } from './waits'
import type { Zone } from './zone'

/** Both measures of one quantile; absent where it falls among those still waiting. */
const quantile = z.optional(z.strictObject({ hours: z.number(), weekdays: z.number() }))

/** How a promise is kept, over waits whose time is up: counting what has just begun would flatter or blame by chance. */
export const distribution = z.strictObject({
  /** Waits whose promised time is over, answered or not. */
  n: z.number(),
  /** Still within their time and not answered: not counted. */
  running: z.number(),
  /** Over their time and not answered yet. */
  waiting: z.number(),
  kept: z.number(),
  /** 95 % Wilson interval of kept ÷ n. */
  interval: z.strictObject({ low: z.number(), high: z.number() }),
  median: quantile,
  p90: quantile,
  /** How many took up to a quarter, half, one, two, four times what was promised, and longer; the last is not answered yet. */
  bars: z.array(z.number()),
  /** Of n: counted from the hand-over, and from the first opening. */
  from: z.strictObject({ handOver: z.number(), opened: z.number() }),
})
export type Distribution = z.infer<typeof distribution>

/** Upper ends of the bars, in times the promise. */
export const barEnds = [0.25, 0.5, 1, 2, 4, Infinity] as const

export function distributionOf(waits: readonly Wait[], promised: PromisedSpan, zone: Zone, now: number): Distribution {
  const due = waits.map((wait) => ({ ...wait, due: dueAt(wait.from, promised, zone) }))
  const counted = due.filter((wait) => wait.due <= now)
  const took = counted.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to, span: spanBetween(from, to, promised.unit, zone) }])).sort((a, b) => a.span - b.span)
  const kept = counted.filter(({ to, due: at }) => to !== undefined && to <= at).length
  const quantileAt = (share: number) => {
    // The nearest rank; those still waiting come last, however long they will take.
    const found = took[Math.max(0, Math.ceil(share * counted.length) - 1)]
    return found && { hours: spanBetween(found.from, found.to, 'hours', zone), weekdays: spanBetween(found.from, found.to, 'weekdays', zone) }
  }
  return {
    n: counted.length,
    running: due.filter(({ to, due: at }) => to === undefined && at > now).length,
    waiting: counted.length - took.length,
    kept,
    interval: wilson(kept, counted.length),
    median: quantileAt(0.5),
    p90: quantileAt(0.9),
    bars: [...barEnds.map((end, index) => took.filter(({ span }) => span <= end * promised.amount && span > (barEnds[index - 1] ?? -1) * promised.amount).length), counted.length - took.length],
    from: { handOver: counted.filter(({ by }) => by === 'hand-over').length, opened: counted.filter(({ by }) => by === 'opened').length },
  }
}
