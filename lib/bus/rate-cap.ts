/** Lets each sender through at a steady rate with a burst; one sender's flood leaves the others alone. */
export interface RateCap {
  /** Epoch milliseconds from which the next message is taken, or `undefined` when this one is. */
  retryAt(sender: string): number | undefined
}

/**
 * A bucket per sender, `burst` tokens large, refilled with `perSecond`. Kept in memory: a worker that forgets it was
 * stopped, and so was not flooded.
 */
export function createRateCap(now: () => number, burst: number, perSecond: number): RateCap {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    retryAt(sender) {
      const at = now()
      const last = buckets.get(sender) ?? { tokens: burst, at }
      const tokens = Math.min(burst, last.tokens + (Math.max(0, at - last.at) * perSecond) / 1000)
      const taken = tokens >= 1
      buckets.set(sender, { tokens: taken ? tokens - 1 : tokens, at })
      return taken ? undefined : Math.ceil(at + ((1 - tokens) * 1000) / perSecond)
    },
  }
}
