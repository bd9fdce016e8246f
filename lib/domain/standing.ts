import type { LedgerEvent, VerdictEvent } from './ledger'
import type { StandingVerdict } from './snapshot'

/** What decides whether a verdict still holds; events and table rows both have it. */
export type Overrulable = Pick<VerdictEvent, 'id' | 'supersedes' | 'secondLook'>

/**
 * Ids of verdicts replaced by another that was not withdrawn, through any number of changes. A second look replaces no first
 * look: what was thought at the hand-over stays on record beside what was thought after the return.
 */
export function findOverruled(verdicts: readonly Overrulable[], withdrawn: ReadonlySet<string>): Set<string> {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  const overruled = new Set<string>()
  for (const verdict of verdicts) {
    if (withdrawn.has(verdict.id)) continue
    for (let id = replacedBy(verdict, byId); id !== undefined && !overruled.has(id); id = replacedBy(byId.get(id), byId)) overruled.add(id)
  }
  return overruled
}

function replacedBy(verdict: Overrulable | undefined, byId: ReadonlyMap<string, Overrulable>): string | undefined {
  const id = verdict?.supersedes
  return id !== undefined && verdict?.secondLook && !byId.get(id)?.secondLook ? undefined : id
}

export function findWithdrawn(events: readonly LedgerEvent[]): Set<string> {
  return new Set(events.flatMap((event) => (event.type === 'verdict-withdrawn' ? [event.verdictId] : [])))
}

/** Verdicts neither withdrawn nor overruled, newest first. In any order, with any event twice. */
export function heldVerdicts(events: readonly LedgerEvent[]): VerdictEvent[] {
  const verdicts = [...new Map(events.flatMap((event) => (event.type === 'verdict' ? [[event.id, event] as const] : []))).values()]
  const withdrawn = findWithdrawn(events)
  const overruled = findOverruled(verdicts, withdrawn)
  return verdicts.filter(({ id }) => !withdrawn.has(id) && !overruled.has(id)).sort(newestFirst)
}

/** The verdict that stands on this machine for the one person whose events these are. */
export function findHeld(events: readonly LedgerEvent[]): VerdictEvent | undefined {
  return heldVerdicts(events)[0]
}

/**
 * The standing verdict of one person: the latest of what was given here and what the CRM records carry. `events` are those of
 * every record that is the person. A CRM copy of a verdict changed or withdrawn here no longer counts.
 */
export function standingOf(events: readonly LedgerEvent[], fromCrm: readonly StandingVerdict[]): StandingVerdict | undefined {
  const known = new Set(events.flatMap((event) => (event.type === 'verdict' ? [event.id] : [])))
  const elsewhere = fromCrm.filter(({ eventId }) => eventId === undefined || !known.has(eventId))
  const here = findHeld(events)
  return [...(here ? [toStanding(here)] : []), ...elsewhere].sort((a, b) => b.at - a.at)[0]
}

function toStanding({ id, at, verdict, reason, until, note, rep }: VerdictEvent): StandingVerdict {
  return { eventId: id, at, verdict, reason, until, note, by: rep.name }
}

/** Later by time; of one millisecond the id made later, which UUIDv7 tells. */
export function newestFirst(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}
