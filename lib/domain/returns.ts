import { dayAfter, startOfDay } from './days'
import type { LedgerEvent, Trigger, VerdictEvent } from './ledger'
import { recordKey } from './record-ref'
import { findHeld, heldVerdicts } from './standing'
import type { Touch } from './touch'

/** What brings a *Not yet* back. */
export type ReturnCause = 'date' | Trigger

/** What happened on a record since a *Not yet* was given. */
export interface Progress { newTouches: number; campaignResponses: number; score?: number | undefined }

const risingScore = 10
const usualReturnDays = 30

/** The day a *Not yet* comes back unless the rep says otherwise. */
export function usualReturnDay(now: number): string {
  return dayAfter(now, usualReturnDays)
}

/** Standing *Not yet* verdicts with a date or a trigger, one a record, oldest first; of one rep where `repId` is given. */
export function openReturns(events: readonly LedgerEvent[], repId?: string): VerdictEvent[] {
  const latest = new Map<string, VerdictEvent>()
  for (const verdict of heldVerdicts(events)) if (!latest.has(recordKey(verdict.ref))) latest.set(recordKey(verdict.ref), verdict)
  return [...latest.values()].filter((verdict) => isReturn(verdict) && (repId === undefined || verdict.rep.id === repId)).reverse()
}

function isReturn({ verdict, until, trigger }: VerdictEvent): boolean {
  return verdict === 'not_yet' && (until !== undefined || trigger !== undefined)
}

/** Why a *Not yet* is due now, or `undefined`: it is not. A score rise needs the score known at the verdict. */
export function returnCause(verdict: VerdictEvent, progress: Progress | undefined, now: number): ReturnCause | undefined {
  if (verdict.verdict !== 'not_yet') return undefined
  const day = verdict.until === undefined ? undefined : startOfDay(verdict.until)
  if (day !== undefined && now >= day) return 'date'
  return verdict.trigger !== undefined && progress && hasCome(verdict, verdict.trigger, progress) ? verdict.trigger : undefined
}

function hasCome({ evidence }: VerdictEvent, trigger: Trigger, progress: Progress): boolean {
  if (trigger === 'touch') return progress.newTouches > 0
  if (trigger === 'campaign') return progress.campaignResponses > 0
  return progress.score !== undefined && evidence.score !== undefined && progress.score - evidence.score >= risingScore
}

/** Progress as the record's own touches tell it; machines and what nobody can place move nothing. */
export function progressSince(verdict: VerdictEvent, touches: readonly Touch[], score?: number): Progress {
  const since = touches.filter(({ at, agent }) => at > verdict.at && agent.by === 'human')
  return { newTouches: since.length, campaignResponses: since.filter(({ kind }) => kind === 'campaign-response').length, score }
}

/** Whether a verdict given now is a second look: the standing *Not yet* has come back, or that look is being changed. */
export function isSecondLook(events: readonly LedgerEvent[], touches: readonly Touch[], now: number, score?: number): boolean {
  const standing = findHeld(events)
  if (!standing) return false
  return standing.secondLook === true || returnCause(standing, progressSince(standing, touches, score), now) !== undefined
}
