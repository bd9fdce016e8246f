import { AppError, heals, toErrorInfo } from './errors'
import type { ErrorInfo, ErrorKind } from './errors'
import type { OutboxRow } from './outbox'
import { longestWaitMs } from './outbox-pick'

/** First step of the back-off; it doubles with every attempt up to `longestWaitMs`. */
export const firstWaitMs = 2_000
const shortestWaitMs = 500
/** What may have been received is not read before this long after the attempt began: the target may still be at work on it. */
export const settleMs = 30_000
/** Failures nobody foresaw, and conflicts, are tried this often before a person has to look. */
const triesInDoubt = 5

/** How an attempt ended. `unsure`: the target may have received it. */
export interface Failure { error: ErrorInfo; unsure: boolean }

/** Any thrown value as the end of an attempt; what nobody foresaw may have been received. */
export function toFailure(thrown: unknown): Failure {
  return { error: toErrorInfo(thrown), unsure: thrown instanceof AppError ? thrown.unsure : true }
}

/** Milliseconds to wait after so many attempts: full jitter, so that many clients do not come back together. `random`: 0 ≤ x < 1. */
export function backOff(attempts: number, random: number): number {
  return Math.max(shortestWaitMs, Math.round(random * Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, attempts - 1))))
}

/** The target confirmed it. */
export function afterSuccess(row: OutboxRow, now: number): OutboxRow {
  const { lease: _lease, error: _error, unsureSince: _since, ...rest } = row
  return { ...rest, state: 'done', attempts: row.attempts + 1, unsure: false, doneAt: now }
}

/**
 * The attempt that began at `began` failed: what passes by itself is tried again later, what needs a person waits for one, and
 * what the target will never take is dead, visible and kept.
 */
export function afterFailure(row: OutboxRow, failure: Failure, { began, now, random }: { began: number; now: number; random: number }): OutboxRow {
  const { lease: _lease, ...rest } = row
  const attempts = row.attempts + 1
  const unsure = row.unsure || failure.unsure || failure.error.kind === 'conflict'
  const failed: OutboxRow = {
    ...rest,
    attempts,
    unsure,
    unsureSince: unsure ? Math.min(row.unsureSince ?? began, began) : undefined,
    error: failure.error,
    state: stateAfter(failure.error.kind, attempts >= triesInDoubt && row.error?.kind === failure.error.kind),
  }
  if (failed.state !== 'retry') return failed
  const asked = Math.min(failure.error.retryAt ?? 0, now + longestWaitMs)
  return { ...failed, dueAt: Math.max(now + backOff(attempts, random), asked, unsure ? began + settleMs : 0) }
}

const needsPerson: ReadonlySet<ErrorKind> = new Set([
  'signed-out', 'forbidden', 'not-connected', 'no-permission', 'host-blocked', 'policy', 'no-consent', 'wrong-user', 'wrong-org', 'not-set-up',
  'version-retired',
])
/** Passing troubles of this machine, beside those that `heals` knows. */
const passing: ReadonlySet<ErrorKind> = new Set(['cancelled', 'storage-broken'])

function stateAfter(kind: ErrorKind, isLasting: boolean): OutboxRow['state'] {
  if (heals(kind) || passing.has(kind)) return 'retry'
  if (kind === 'conflict') return isLasting ? 'blocked' : 'retry'
  if (kind === 'bug') return isLasting ? 'dead' : 'retry'
  return needsPerson.has(kind) ? 'blocked' : 'dead'
}
