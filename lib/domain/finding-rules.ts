import { acceptanceOf, differenceOf, type Acceptance, type Difference } from './acceptance'
import { findingState, type Finding, type FindingState } from './finding'
import type { ReviewRow } from './review/sheet'

const dayMs = 86_400_000
/** Within so many days marketing answers what sales said. */
export const answerWithinDays = 14

/** Whether a finding has come at least that far. */
export function hasReached({ state }: Pick<Finding, 'state'>, wanted: FindingState): boolean {
  return findingState.options.indexOf(state) >= findingState.options.indexOf(wanted)
}

export function nextState({ state }: Pick<Finding, 'state'>): FindingState | undefined {
  return findingState.options[findingState.options.indexOf(state) + 1]
}

/** How many verdicts a finding was made of, those erased since included. */
export function verdictsOf({ verdictIds, erased = 0 }: Pick<Finding, 'verdictIds' | 'erased'>): number {
  return verdictIds.length + erased
}

/**
 * The finding without the names of verdicts that are erased with their person, which can hold the record's own; how many they were stays, so that its counts can
 * be explained. `undefined` where it names none of them.
 */
export function withoutErased<T extends Pick<Finding, 'verdictIds' | 'erased'>>(finding: T, isErased: (verdictId: string) => boolean): T | undefined {
  const verdictIds = finding.verdictIds.filter((id) => !isErased(id))
  return verdictIds.length === finding.verdictIds.length ? undefined : { ...finding, verdictIds, erased: verdictsOf(finding) - verdictIds.length }
}

const stamps = { noticed: 'noticedAt', decided: 'decidedAt', changed: 'changedAt', measured: 'measuredAt' } as const

/**
 * The finding in another state, as of `at`; going on stamps each state passed, going back takes the later stamps away. All in
 * epoch milliseconds.
 */
export function moveFinding(finding: Finding, state: FindingState, at: number): Finding {
  const moved: Finding = { ...finding, state }
  for (const passed of findingState.options) {
    if (passed === 'noticed') continue
    if (hasReached(moved, passed)) moved[stamps[passed]] ??= at
    else delete moved[stamps[passed]]
  }
  if (state !== 'measured') delete moved.measured
  return moved
}

export interface Measured { before: Acceptance; after: Acceptance; difference: Difference; said?: { before: number; after: number } | undefined }

/**
 * What became of the leads a finding concerns: acceptance of those judged before the change and since, each lead by its standing
 * first look, and how often its reason was given. `undefined` before anything was changed.
 */
export function measureFinding({ changedAt, concerns: { campaign, source, reason } }: Pick<Finding, 'changedAt' | 'concerns'>, rows: readonly ReviewRow[]): Measured | undefined {
  if (changedAt === undefined) return undefined
  const concerned = rows.filter((row) => row.look === 'first' && (campaign === undefined || row.campaigns.includes(campaign)) && (source === undefined || row.source === source))
  const [old, since] = [concerned.filter(({ at }) => at < changedAt), concerned.filter(({ at }) => at >= changedAt)]
  const [before, after] = [acceptanceOf(old), acceptanceOf(since)]
  const times = (given: readonly ReviewRow[]) => given.filter((row) => row.reason === reason).length
  return { before, after, difference: differenceOf(after, before), ...(reason === undefined ? {} : { said: { before: times(old), after: times(since) } }) }
}

export interface Answered {
  /** Decided or later within the days. */
  answered: number
  /** Of those whose days are over or who were answered. */
  of: number
}

/** How many findings marketing answered in time; one whose days still run counts only once it is answered. */
export function answeredInTime(findings: readonly Pick<Finding, 'noticedAt' | 'decidedAt'>[], now: number): Answered {
  const due = findings.map(({ noticedAt, decidedAt }) => ({ inTime: decidedAt !== undefined && decidedAt - noticedAt <= answerWithinDays * dayMs, over: now - noticedAt > answerWithinDays * dayMs }))
  return { answered: due.filter(({ inTime }) => inTime).length, of: due.filter(({ inTime, over }) => inTime || over).length }
}
