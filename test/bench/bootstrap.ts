import { createRandom } from './random.ts'
import { quantile } from './stats.ts'

export interface Difference { mean: number; low: number; high: number }

/** Mean of the paired differences a − b and its 95 % percentile interval by the paired bootstrap, 2,000 seeded draws. */
export function pairedDifference(a: readonly number[], b: readonly number[]): Difference {
  const differences = a.map((value, index) => value - (b[index] ?? 0))
  const random = createRandom(20_260_316)
  const means = Array.from({ length: 2000 }, () => {
    let sum = 0
    for (let draw = 0; draw < differences.length; draw += 1) sum += differences[Math.floor(random() * differences.length)] ?? 0
    return sum / differences.length
  })
  return { mean: round(mean(differences)), low: round(quantile(means, 0.025)), high: round(quantile(means, 0.975)) }
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

export function round(value: number, digits = 4): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
