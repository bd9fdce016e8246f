import { findOverruled } from '@/lib/domain/standing'
import type { RecordView, VerdictView } from '@/lib/domain/view'
import type { StandingVerdict } from '@/lib/domain/snapshot'
import type { VerdictEvent } from '@/lib/domain/ledger'

export interface Judged {
  /** The verdict that stands, whoever gave it. */
  standing: StandingVerdict | undefined
  /** The rep's own, where it is the one that stands. */
  mine: VerdictView | undefined
  /** Until when the click, with everything added to it, can be undone; epoch milliseconds. */
  undoUntil: number
}

export function judge(view: Pick<RecordView, 'standing' | 'verdicts'>): Judged {
  const { standing } = view
  const mine = heldViews(view.verdicts).find(({ event }) => event.id === standing?.eventId)
  return { standing, mine, undoUntil: mine?.undoUntil ?? 0 }
}

/** Neither withdrawn nor overruled, newest first. */
export function heldViews(verdicts: readonly VerdictView[]): VerdictView[] {
  const withdrawn = new Set(verdicts.filter((verdict) => verdict.withdrawn).map(({ event }) => event.id))
  const overruled = findOverruled(verdicts.map(({ event }) => event), withdrawn)
  return verdicts.filter(({ event }) => !withdrawn.has(event.id) && !overruled.has(event.id)).sort((a, b) => b.event.at - a.event.at)
}

/** The view after the rep's verdict was recorded: it stands at once. */
export function putVerdict(view: RecordView, given: VerdictView): RecordView {
  return {
    ...view,
    verdicts: [given, ...view.verdicts.filter(({ event }) => event.id !== given.event.id)],
    standing: standingOf(given.event),
  }
}

/** The view after Undo: what stood before stands again, as far as it is known here; the background brings the rest. */
export function withdraw(view: RecordView, verdictId: string): RecordView {
  const last = view.verdicts.find(({ event }) => event.id === verdictId)
  // A click and the details added to it share their end of Undo.
  const gone = (verdict: VerdictView) => verdict.event.verdict === last?.event.verdict && verdict.undoUntil === last.undoUntil
  const verdicts = view.verdicts.map((verdict) => (gone(verdict) ? { ...verdict, withdrawn: true } : verdict))
  const [before] = heldViews(verdicts)
  return { ...view, verdicts, standing: before && standingOf(before.event) }
}

function standingOf({ id, at, verdict, reason, until, note, rep }: VerdictEvent): StandingVerdict {
  return { eventId: id, at, verdict, reason, until, note, by: rep.name }
}
