import { startTransition, useEffect, useState } from 'react'
import { inSlices } from '@/lib/domain/in-slices'

type Work<T> = () => Generator<void, T>
interface Sliced<T> {
  /** Until the work is done, and while it is done anew, that of the work before. */
  result: T | undefined
  isDone: boolean
}

/** Does long work in slices behind whatever else the page does. Other `work` stops what is under way. */
export function useSliced<T>(work: Work<T> | undefined): Sliced<T> {
  const [done, setDone] = useState<{ work: Work<T>; result: () => T }>()
  useEffect(() => {
    if (work === undefined) return undefined
    const left = new AbortController()
    const pause = () => whenIdle(left.signal)
    const say = (result: () => T) => { if (!left.signal.aborted) startTransition(() => setDone({ work, result })) }
    pause().then(() => inSlices(work(), { now: () => performance.now(), pause })).then((result) => say(() => result), (error: unknown) => say(() => { throw error }))
    return () => left.abort()
  }, [work])
  return { result: done?.result(), isDone: work !== undefined && done?.work === work }
}

/** Resolves when nothing a person waits for is to be done; rejects once nobody wants it any more. */
function whenIdle(signal: AbortSignal): Promise<void> {
  if (typeof scheduler !== 'undefined') return scheduler.postTask(() => undefined, { priority: 'background', signal })
  return new Promise((resolve, reject) => {
    setTimeout(() => (signal.aborted ? reject(new Error('left')) : resolve()))
  })
}
