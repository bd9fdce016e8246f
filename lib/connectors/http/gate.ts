import { AppError, type ErrorKind } from '@/lib/domain/errors'
import type { Clock } from '@/lib/domain/ports'

const failuresToOpen = 5
const openMs = 30_000

export interface Gate {
  /** @throws AppError while the service is left alone: `rate-limited`, or what it last failed with */
  pass(): void
  succeeded(): void
  /** `limitedUntil`: the service asked to be left alone until then. */
  failed(error: AppError): void
}

const countsAsFailure = new Set(['offline', 'timeout', 'unavailable'])

/** Leaves a failing service alone: after five failures in a row for 30 s, then one probe; after a rate limit as long as asked. */
export function createGate(clock: Pick<Clock, 'now'>): Gate {
  let failures = 0
  let openUntil = 0
  let lastKind: ErrorKind = 'unavailable'
  let limitedUntil = 0

  return {
    pass() {
      const now = clock.now()
      if (now < limitedUntil) throw new AppError('rate-limited', { retryAt: limitedUntil })
      if (failures < failuresToOpen) return
      if (now < openUntil) throw new AppError(lastKind, { detail: 'circuit', retryAt: openUntil })
      // The caller becomes the probe; others wait for what it finds.
      openUntil = now + openMs
    },
    succeeded() {
      failures = 0
    },
    failed(error) {
      if (error.kind === 'rate-limited' && error.retryAt !== undefined) limitedUntil = error.retryAt
      if (error.kind === 'cancelled') return
      failures = countsAsFailure.has(error.kind) ? failures + 1 : 0
      lastKind = error.kind
      if (failures >= failuresToOpen) openUntil = clock.now() + openMs
    },
  }
}
