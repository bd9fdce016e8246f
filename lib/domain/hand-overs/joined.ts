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

export interface Joiner {
  /** Takes note of a lead's standing first look (`latestPerLead`). */
  judged(judgement: Judgement): void
  /** Takes note of any other verdict: whoever gave it had the lead open. */
  seen(verdict: Pick<Judgement, 'ref' | 'at'>): void
  /** A hand-over with what was noted of it. Call it when every verdict is noted. */
  join<T extends HandOver & { firstOpenedAt?: number | undefined }>(handOver: T): Joined<T>
}

/**
 * Brings hand-overs together with verdicts, one at a time, so that many can be done in slices. Records of one person are one: of two verdicts the newer counts.
 * Whoever judged a lead, at whatever look, or followed it up in the CRM has opened it, wherever that was.
 */
export function createJoiner(): Joiner {
  const judgements = new Map<string, Judgement>()
  const seenAt = new Map<string, number>()
  return {
    judged: (judgement) => void judgements.set(recordKey(judgement.ref), judgement),
    seen({ ref, at }) {
      const key = recordKey(ref)
      seenAt.set(key, Math.min(at, seenAt.get(key) ?? Infinity))
    },
    join(handOver) {
      let judgement = judgements.get(handOver.key)
      let openedAt = Math.min(handOver.firstOpenedAt ?? Infinity, handOver.followedUpAt ?? Infinity, seenAt.get(handOver.key) ?? Infinity)
      for (const ref of handOver.same) {
        const key = recordKey(ref)
        const other = judgements.get(key)
        if (other && (!judgement || newestFirst(other, judgement) < 0)) judgement = other
        openedAt = Math.min(openedAt, seenAt.get(key) ?? Infinity)
      }
      openedAt = Math.min(openedAt, judgement?.at ?? Infinity)
      return { handOver, judgement, openedAt: openedAt === Infinity ? undefined : openedAt }
    },
  }
}

/** All at once. `judgements`: standing first looks, `others`: the verdicts besides. */
export function joinHandOvers<T extends HandOver & { firstOpenedAt?: number | undefined }>(rows: readonly T[], judgements: readonly Judgement[], others: readonly Pick<Judgement, 'ref' | 'at'>[] = []): Joined<T>[] {
  const joiner = createJoiner()
  for (const judgement of judgements) joiner.judged(judgement)
  for (const other of others) joiner.seen(other)
  return rows.map((row) => joiner.join(row))
}
