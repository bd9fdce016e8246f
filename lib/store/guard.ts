import { AppError } from '@/lib/domain/errors'

/** Runs database work so that only `AppError`s and our own bugs leave the room. */
export type Guard = <T>(work: () => PromiseLike<T>) => Promise<T>

const brokenNames = new Set([
  'OpenFailedError', 'DatabaseClosedError', 'VersionError', 'VersionChangeError', 'UpgradeError', 'UnknownError', 'InvalidStateError',
  'MissingAPIError', 'NoSuchDatabaseError', 'NotFoundError', 'AbortError', 'TimeoutError', 'SecurityError',
])

/** The error itself and what Dexie wrapped: `inner`, and the single failures of a bulk write. */
function* unfold(thrown: unknown): Generator<Error> {
  if (!(thrown instanceof Error)) return
  yield thrown
  if ('inner' in thrown) yield* unfold(thrown.inner)
  if ('failures' in thrown && Array.isArray(thrown.failures)) yield* unfold(thrown.failures[0])
}

function isFull(thrown: unknown): boolean {
  return [...unfold(thrown)].some((error) => error.name === 'QuotaExceededError' || (error instanceof AppError && error.kind === 'storage-full'))
}

function toAppError(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown
  const broken = [...unfold(thrown)].find((error) => brokenNames.has(error.name))
  return broken ? new AppError('storage-broken', { detail: broken.name, cause: thrown }) : thrown
}

/**
 * Where the disk is full, `makeRoom` gives up what can be fetched again, and the work is done once more. Guarded work may be part
 * of other guarded work: there the second try fails with the transaction, and the outer guard repeats the whole.
 */
export function createGuard(makeRoom: () => Promise<void>): Guard {
  return async (work) => {
    try {
      return await work()
    } catch (first) {
      if (!isFull(first)) throw toAppError(first)
      await makeRoom()
      try {
        return await work()
      } catch (second) {
        throw new AppError('storage-full', { cause: second })
      }
    }
  }
}
