/** The q-quantile (0 to 1) by linear interpolation between closest ranks. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const low = Math.floor(at)
  const from = sorted[low] ?? Number.NaN
  return from + ((sorted[low + 1] ?? from) - from) * (at - low)
}

export interface Spread { n: number; p50: number; p75: number; p95: number }

export function spread(values: readonly number[]): Spread {
  const round = (value: number) => Math.round(value * 100) / 100
  return { n: values.length, p50: round(quantile(values, 0.5)), p75: round(quantile(values, 0.75)), p95: round(quantile(values, 0.95)) }
}
