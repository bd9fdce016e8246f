import { startTransition, useEffect, useState } from 'react'
import { inSlices } from '@/lib/domain/in-slices'

/**
 * The result of long work, done in slices behind whatever else the page does; until then, and while it is done anew, the earlier one. Other `work` stops what is
 * under way.
 */
export function useSliced<T>(work: (() => Generator<void, T>) | undefined): T | undefined {
  const [done, setDone] = useState<() => T>()
  useEffect(() => {
    if (work === undefined) return undefined
    const left = new AbortController()
    const pause = () => whenIdle(left.signal)
    const say = (result: () => T) => { if (!left.signal.aborted) startTransition(() => setDone(() => result)) }
    pause().then(() => inSlices(work(), { now: () => performance.now(), pause })).then((result) => say(() => result), (error: unknown) => say(() => { throw error }))
    return () => left.abort()
  }, [work])
  return work && done?.()
}

/** Resolves when nothing a person waits for is to be done; rejects once nobody wants it any more. */
function whenIdle(signal: AbortSignal): Promise<void> {
  if (typeof scheduler !== 'undefined') return scheduler.postTask(() => undefined, { priority: 'background', signal })
  return new Promise((resolve, reject) => {
    setTimeout(() => (signal.aborted ? reject(new Error('left')) : resolve()))
  })
}
