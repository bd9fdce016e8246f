import type { HandOver } from '../hand-over'
import type { Judgement } from '../judgement'
import { recordKey } from '../record-ref'
import { newestFirst } from '../standing'

/** A hand-over together with what reps did about it. */
export interface Joined<T extends HandOver = HandOver> {
  handOver: T
  /** Its latest verdict of the first look. */
  judgement?: Judgement | undefined
  /** First moment a rep is known to have had it open. */
  openedAt?: number | undefined
}

/**
 * Brings hand-overs together with verdicts, of which each lead's standing first look counts (`latestPerLead`). Records of one person are one: of two verdicts the
 * newer counts. Whoever judged a lead, at whatever look, or followed it up in the CRM has opened it, wherever that was.
 */
export function joinHandOvers<T extends HandOver & { firstOpenedAt?: number | undefined }>(rows: readonly T[], judgements: readonly Judgement[], others: readonly Pick<Judgement, 'ref' | 'at'>[] = []): Joined<T>[] {
  const byKey = new Map(judgements.map((judgement) => [recordKey(judgement.ref), judgement]))
  const otherAt = new Map<string, number>()
  for (const { ref, at } of others) otherAt.set(recordKey(ref), Math.min(at, otherAt.get(recordKey(ref)) ?? Infinity))
  return rows.map((handOver) => {
    const keys = [handOver.key, ...handOver.same.map(recordKey)]
    const [judgement] = keys.flatMap((key) => byKey.get(key) ?? []).sort(newestFirst)
    const moments = [handOver.firstOpenedAt, judgement?.at, handOver.followedUpAt, ...keys.map((key) => otherAt.get(key))].filter((at) => at !== undefined)
    return { handOver, judgement, openedAt: moments.length > 0 ? Math.min(...moments) : undefined }
  })
}
