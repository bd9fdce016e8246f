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
    if (handOvers === undefined) return setJoined(undefined)
    let stale = false
    const turn = () => new Promise<void>((resolve, reject) => setTimeout(() => (stale ? reject(new Error('stale')) : resolve())))
    void joinReview(handOvers, rows, slice, turn).then((done) => { if (!stale) startTransition(() => setJoined(done)) }, () => undefined)
    return () => void (stale = true)
  }, [handOvers, rows])
  return joined
}
