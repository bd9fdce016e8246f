import { heals } from './errors'
import type { ErrorInfo } from './errors'
import type { OutboxRow } from './outbox'

/** Failures in a row rest everything that goes the same way: nothing is sent before `until` (epoch ms), then one row tries. */
export interface Circuit { key: string; failures: number; until: number }

/** Failures in a row after which a way rests. */
export const failuresToRest = 5
const firstRestMs = 30_000
const longestRestMs = 15 * 60_000

/** The way to the hub. */
export const hubWay = 'hub'

/** Which way a row goes: one per CRM organisation, and one to the hub. */
export function circuitKey(row: Pick<OutboxRow, 'target' | 'orgKey'>): string {
  return row.target === 'hub' ? hubWay : row.orgKey
}

/** Whether a failure speaks of the way itself and not of the one row. */
export function isOfTheWay(error: ErrorInfo): boolean {
  return heals(error.kind) && error.kind !== 'storage-full'
}

/**
 * The circuit after one more such failure; the rest doubles each time, up to 15 minutes, and chance takes up to half of it away,
 * so that many clients of one service do not come back together. Failures of what was already under way add nothing.
 * @param random 0 ≤ x < 1
 */
export function afterFailureOfTheWay(key: string, before: Circuit | undefined, now: number, random = 0): Circuit {
  if (before && rests(before, now)) return before
  const failures = (before?.failures ?? 0) + 1
  const rest = Math.min(longestRestMs, firstRestMs * 2 ** Math.max(0, failures - failuresToRest))
  return { key, failures, until: failures < failuresToRest ? now : now + Math.round(rest * (1 - random / 2)) }
}

/** Whether nothing may go this way yet. An `until` out of reach was set by a clock that has been put back since. */
export function rests(circuit: Circuit | undefined, now: number): boolean {
  return circuit !== undefined && circuit.until > now && circuit.until - now <= longestRestMs
}

/** Whether only one row may try. */
export function isOnTrial(circuit: Circuit | undefined): boolean {
  return circuit !== undefined && circuit.failures >= failuresToRest
}
