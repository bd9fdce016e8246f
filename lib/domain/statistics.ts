/** A share of a whole, or a difference of two: between which values it lies, with 95 % confidence. */
export interface Interval { low: number; high: number }

/** Two-sided 95 % quantile of the standard normal distribution. */
const z95 = 1.959963984540054

/**
 * Wilson score interval for `successes` of `n` (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), without continuity correction.
 * Unlike the textbook interval it stays within 0 and 1 and is honest for small `n`. Nothing observed gives 0 to 1.
 */
export function wilson(successes: number, n: number, z = z95): Interval {
  if (!(n > 0)) return { low: 0, high: 1 }
  const share = Math.min(1, Math.max(0, successes / n))
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return { low: share === 0 ? 0 : Math.max(0, centre - half), high: share === 1 ? 1 : Math.min(1, centre + half) }
}

/** So many successes of so many. */
export interface Tallied { successes: number; n: number }

/**
 * Interval for the difference of two independent shares, first minus second: Newcombe's hybrid score interval (R. G. Newcombe,
 * Statistics in Medicine 17, 1998, 873-890, method 10). Where it does not hold 0 the two differ.
 */
export function newcombe(first: Tallied, second: Tallied, z = z95): Interval {
  const [a, b] = [wilson(first.successes, first.n, z), wilson(second.successes, second.n, z)]
  const [p, q] = [shareOf(first), shareOf(second)]
  const difference = p - q
  return {
    low: Math.max(-1, difference - Math.hypot(p - a.low, b.high - q)),
    high: Math.min(1, difference + Math.hypot(a.high - p, q - b.low)),
  }
}

function shareOf({ successes, n }: Tallied): number {
  return n > 0 ? successes / n : 0.5
}
