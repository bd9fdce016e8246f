import { AppError, type ErrorKind } from '@/lib/domain/errors'
import type { Clock } from '@/lib/domain/ports'

const failuresToOpen = 5
const openMs = 30_000
/** However often a person asks: the service gets that much rest after each answer. */
const leastRestMs = 5_000

export interface Gate {
  /** @throws AppError while the service is left alone: `rate-limited`, or what it last failed with */
  pass(): void
  succeeded(): void
  /** Returns the failure as a person should hear it. */
  failed(error: AppError): AppError
  /** A person asks: the next call may be the probe already, unless one went out just now. A pause the service asked for stands. */
  insist(): void
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
    failed(thrown) {
      const error = failures > 0 && lastKind === 'unavailable' ? asAnswered(thrown) : thrown
      if (error.kind === 'rate-limited' && error.retryAt !== undefined) limitedUntil = error.retryAt
      if (error.kind === 'cancelled') return error
      failures = countsAsFailure.has(error.kind) ? failures + 1 : 0
      lastKind = error.kind
      if (failures >= failuresToOpen) openUntil = clock.now() + openMs
      return error
    },
    insist() {
      const now = clock.now()
      if (now >= openUntil - openMs + leastRestMs) openUntil = Math.min(openUntil, now)
    },
  }
}

/**
 * Chromium keeps extensions from an address that answered 500 or 503 three times in a row, for a second at first and longer
 * each time, and its refusal looks like a dead network. What the service itself said last still stands then.
 */
function asAnswered(error: AppError): AppError {
  if (error.kind !== 'offline') return error
  return new AppError('unavailable', { detail: error.detail, unsure: error.unsure, cause: error.cause })
}
