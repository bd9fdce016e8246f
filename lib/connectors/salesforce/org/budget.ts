import type { Connection } from '@/lib/domain/connection'
import { AppError } from '@/lib/domain/errors'
import type { Clock } from '@/lib/domain/ports'

/** Reads stop first, so that what reps said can still be written; the last of the allocation is left to the org's other tools. */
const readShare = 0.95
const writeShare = 0.99
/** The allocation is a rolling 24 hours: after this long one call may look again. */
const lookAgainMs = 15 * 60_000

export interface Budget {
  /** Takes the figures off an answer. */
  observe(headers: Headers): void
  /** @throws AppError `quota` near the limit of the org's daily API calls */
  expectRoom(purpose: 'read' | 'write'): void
  known(): Connection['budget']
}

/** Keeps the org's API allocation as `Sforce-Limit-Info: api-usage=18/5000` tells it with every answer. */
export function createBudget(clock: Pick<Clock, 'now'>): Budget {
  let last: Connection['budget']
  return {
    observe(headers) {
      const [, used, max] = /(?:^|[;,\s])api-usage=(\d+)\/(\d+)/.exec(headers.get('sforce-limit-info') ?? '') ?? []
      if (used !== undefined && max !== undefined && Number(max) > 0) last = { used: Number(used), max: Number(max), at: clock.now() }
    },
    expectRoom(purpose) {
      if (!last || clock.now() - last.at >= lookAgainMs) return
      if (last.used / last.max < (purpose === 'read' ? readShare : writeShare)) return
      throw new AppError('quota', { detail: `${last.used}/${last.max}`, retryAt: last.at + lookAgainMs })
    },
    known: () => last,
  }
}
