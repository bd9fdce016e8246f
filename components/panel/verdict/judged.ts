import { findOverruled } from '@/lib/domain/standing'
import type { RecordView, VerdictView } from '@/lib/domain/view'
import type { StandingVerdict } from '@/lib/domain/snapshot'
import type { VerdictEvent } from '@/lib/domain/ledger'

/** A detail added later than this after the click is an event of its own for Undo; milliseconds. */
const oneSitting = 10_000

export interface Judged {
  /** The verdict that stands, whoever gave it. */
  standing: StandingVerdict | undefined
  /** The rep's own, where it is the one that stands. */
  mine: VerdictView | undefined
  /** Until when everything of this sitting can be undone. */
  undoUntil: number
}

export function judge(view: Pick<RecordView, 'standing' | 'verdicts'>): Judged {
  const { standing } = view
  const mine = heldViews(view.verdicts).find(({ event }) => event.id === standing?.eventId)
  return { standing, mine, undoUntil: mine ? undoEnd(mine, view.verdicts) : 0 }
}

/** Neither withdrawn nor overruled, newest first. */
export function heldViews(verdicts: readonly VerdictView[]): VerdictView[] {
  const withdrawn = new Set(verdicts.filter((verdict) => verdict.withdrawn).map(({ event }) => event.id))
  const overruled = findOverruled(verdicts.map(({ event }) => event), withdrawn)
  return verdicts.filter(({ event }) => !withdrawn.has(event.id) && !overruled.has(event.id)).sort((a, b) => b.event.at - a.event.at)
}

/** Details belong to the click they complete: Undo ends when that click's does. */
function undoEnd(last: VerdictView, verdicts: readonly VerdictView[]): number {
  const byId = new Map(verdicts.map((verdict) => [verdict.event.id, verdict]))
  let first = last
  for (let id = last.event.supersedes; id !== undefined; id = first.event.supersedes) {
    const before = byId.get(id)
    if (!before || before.event.verdict !== last.event.verdict || last.event.at - before.event.at > oneSitting) break
    first = before
  }
  return first.undoUntil
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
  const gone = new Set(sitting(verdictId, view.verdicts))
  const verdicts = view.verdicts.map((verdict) => (gone.has(verdict.event.id) ? { ...verdict, withdrawn: true } : verdict))
  const [before] = heldViews(verdicts)
  return { ...view, verdicts, standing: before && standingOf(before.event) }
}

function sitting(verdictId: string, verdicts: readonly VerdictView[]): string[] {
  const byId = new Map(verdicts.map(({ event }) => [event.id, event]))
  const last = byId.get(verdictId)
  const ids: string[] = []
  for (let event = last; event && last && event.verdict === last.verdict && last.at - event.at <= oneSitting; event = byId.get(event.supersedes ?? '')) ids.push(event.id)
  return ids
}

function standingOf({ id, at, verdict, reason, until, note, rep }: VerdictEvent): StandingVerdict {
  return { eventId: id, at, verdict, reason, until, note, by: rep.name }
}
