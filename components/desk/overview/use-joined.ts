import { startTransition, useEffect, useState } from 'react'
import type { HandOverRow } from '@/lib/domain/hand-over'
import type { Joined } from '@/lib/domain/hand-overs/joined'
import { joinReview } from '@/lib/domain/review/hand-overs'
import type { ReviewRow } from '@/lib/domain/review/sheet'

/** Some milliseconds of work each. */
const slice = 5_000

/** Hand-overs with what reps did about them. They are joined behind whatever else the page does; until then, and while they are joined anew, the earlier ones stay. */
export function useJoined(handOvers: readonly HandOverRow[] | undefined, rows: readonly ReviewRow[]): readonly Joined<HandOverRow>[] | undefined {
  const [joined, setJoined] = useState<readonly Joined<HandOverRow>[]>()
  useEffect(() => {
    if (handOvers === undefined) return undefined
    const left = new AbortController()
    const turn = () => new Promise<void>((resolve, reject) => {
      setTimeout(() => (left.signal.aborted ? reject(new Error('left')) : resolve()))
    })
    const join = async () => {
      const done = await joinReview(handOvers, rows, slice, turn)
      if (!left.signal.aborted) startTransition(() => setJoined(done))
    }
    // Others are joined instead.
    join().catch(() => undefined)
    return () => left.abort()
  }, [handOvers, rows])
  return handOvers && joined
}
