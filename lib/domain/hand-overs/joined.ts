import type { HandOver } from '../hand-over'
import type { Judgement } from '../judgement'
import { newestFirst } from '../standing'
import { recordKey } from '../record-ref'

/** A hand-over together with what reps did about it. */
export interface Joined {
  handOver: HandOver
  /** Its latest verdict of the first look. */
  judgement?: Judgement | undefined
  /** First opening by a rep that is known here. */
  openedAt?: number | undefined
}

/**
 * Brings hand-overs together with verdicts (`latestPerLead`, first look) and openings (first, by record key). A converted lead and its contact are one:
 * of two verdicts the newer counts, and who judged has opened.
 */
export function joinHandOvers(handOvers: readonly HandOver[], judgements: readonly Judgement[], opened: ReadonlyMap<string, number>): Joined[] {
  const byKey = new Map(judgements.map((judgement) => [recordKey(judgement.ref), judgement]))
  return handOvers.map((handOver) => {
    const keys = handOver.contact ? [handOver.key, recordKey(handOver.contact)] : [handOver.key]
    const [judgement] = keys.flatMap((key) => byKey.get(key) ?? []).sort(newestFirst)
    const moments = [...keys.flatMap((key) => opened.get(key) ?? []), ...(judgement ? [judgement.at] : [])]
    return { handOver, judgement, openedAt: moments.length > 0 ? Math.min(...moments) : undefined }
  })
}
