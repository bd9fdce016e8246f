import type { HandOver } from '../hand-over'
import type { Judgement } from '../judgement'
import { recordKey } from '../record-ref'
import { newestFirst } from '../standing'

/** A hand-over together with what reps did about it. */
export interface Joined<T extends HandOver = HandOver> {
  handOver: T
  /** Its latest verdict of the first look. */
  judgement?: Judgement | undefined
  /** First opening by a rep that is known here. */
  openedAt?: number | undefined
}

/**
 * Brings hand-overs together with verdicts (`latestPerLead`, first look). Records of one person are one: of two verdicts the newer counts, and who judged has
 * opened.
 */
export function joinHandOvers<T extends HandOver & { firstOpenedAt?: number | undefined }>(rows: readonly T[], judgements: readonly Judgement[]): Joined<T>[] {
  const byKey = new Map(judgements.map((judgement) => [recordKey(judgement.ref), judgement]))
  return rows.map((handOver) => {
    const keys = [handOver.key, ...handOver.same.map(recordKey)]
    const [judgement] = keys.flatMap((key) => byKey.get(key) ?? []).sort(newestFirst)
    const moments = [handOver.firstOpenedAt, judgement?.at].filter((at) => at !== undefined)
    return { handOver, judgement, openedAt: moments.length > 0 ? Math.min(...moments) : undefined }
  })
}
