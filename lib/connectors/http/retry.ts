import type { AppError, ErrorKind } from '@/lib/domain/errors'

const retries = 2
const baseMs = 400
/** Longer waits are for the outbox or the person, not for a request somebody is looking at. */
const longestPauseMs = 5_000
/** No new try after this: two full timeouts fit, and a worker is not held for a minute. */
const patienceMs = 20_000

const passing: ReadonlySet<ErrorKind> = new Set(['offline', 'timeout', 'unavailable', 'rate-limited'])

export interface Attempt {
  error: AppError
  /** 0 for the first try. */
  index: number
  repeatable: boolean
  /** Epoch milliseconds. */
  startedAt: number
  now: number
  /** 0 ≤ x < 1 */
  random: number
}

/** Milliseconds to wait before trying again (full jitter), or `undefined` to give up. */
export function pauseBeforeRetry({ error, index, repeatable, startedAt, now, random }: Attempt): number | undefined {
  // A rate limit is refused before anything is done, so that even a write may go again.
  const harmless = repeatable || error.kind === 'rate-limited'
  if (!harmless || !passing.has(error.kind) || index >= retries || now - startedAt >= patienceMs) return undefined
  const jitter = random * baseMs * 2 ** index
  if (error.retryAt === undefined) return jitter
  const asked = error.retryAt - now
  return asked <= longestPauseMs ? Math.max(asked, 0) + jitter : undefined
}
