import { AppError, type ErrorInfo, type ErrorKind } from '@/lib/domain/errors'
import { retryMoment } from '@/lib/domain/retry-after'
import type { Reply } from './types'

const kinds: Record<number, ErrorKind> = {
  300: 'conflict', 400: 'invalid', 401: 'signed-out', 403: 'forbidden', 404: 'not-found', 408: 'timeout', 409: 'conflict', 410: 'version-retired',
  412: 'conflict', 415: 'invalid', 422: 'invalid', 425: 'unavailable', 429: 'rate-limited', 504: 'timeout',
}

/** What a refusing status means where the service says nothing more precise. */
export function kindOfStatus(status: number): ErrorKind {
  return kinds[status] ?? (status >= 500 ? 'unavailable' : 'bad-reply')
}

/** A refusing answer as an error. A 5xx to a write may follow the commit, every other refusal precedes it. */
export function refusal(reply: Reply, explained: ErrorInfo | undefined, write: boolean, now: number): AppError {
  const info = explained ?? { kind: kindOfStatus(reply.status) }
  return new AppError(info.kind, {
    detail: info.detail,
    retryAt: info.retryAt ?? retryMoment(reply.headers.get('retry-after'), now),
    unsure: write && reply.status >= 500,
  })
}

/**
 * Why a request brought no usable answer. The browser does not tell a dead network from a refused redirect: both are
 * `offline`.
 */
export function breakdown(thrown: unknown, signal: AbortSignal | undefined, write: boolean): AppError {
  if (signal?.aborted) return new AppError('cancelled', { unsure: write, cause: thrown })
  if (thrown instanceof AppError) {
    return new AppError(thrown.kind, { detail: thrown.detail, retryAt: thrown.retryAt, unsure: write, cause: thrown })
  }
  const timedOut = thrown instanceof DOMException && thrown.name === 'TimeoutError'
  return new AppError(timedOut ? 'timeout' : 'offline', { unsure: write, cause: thrown })
}
