import type { VerdictValue } from './ledger'
import type { Playbook, Reason } from './playbook'

/** So many are offered for a verdict; more would be a form. */
export const mostReasons = 6

export function isOffered({ retired, mergedInto }: Reason): boolean {
  return retired !== true && mergedInto === undefined
}

/** The reason an old one counts under today: what it was merged into, through any number of merges. Unknown ids stand for themselves. */
export function standingReason(reasons: Playbook['reasons'], id: string): string {
  const all = new Map(Object.values(reasons).flat().map((reason) => [reason.id, reason]))
  const seen = new Set<string>()
  let current = id
  for (let next = all.get(current)?.mergedInto; next !== undefined && !seen.has(next); next = all.get(current)?.mergedInto) {
    seen.add(current)
    current = next
  }
  return current
}

/** What each merged reason counts under; empty where none was merged. */
export function mergedReasons(reasons: Playbook['reasons']): ReadonlyMap<string, string> {
  return new Map(Object.values(reasons).flat().flatMap(({ id, mergedInto }) => (mergedInto === undefined ? [] : [[id, standingReason(reasons, id)] as const])))
}

/** Verdicts under the reasons that stand today; the very same list where none was merged. */
export function withStandingReasons<T extends { reason?: string | undefined }>(rows: readonly T[], merged: ReadonlyMap<string, string>): readonly T[] {
  return merged.size === 0 ? rows : rows.map((row) => ({ ...row, reason: row.reason && (merged.get(row.reason) ?? row.reason) }))
}

/** The reasons with the most used first; those used equally often keep their order. */
export function byUse(reasons: readonly Reason[], use: Readonly<Record<string, number>>): Reason[] {
  return reasons.toSorted((a, b) => (use[b.id] ?? 0) - (use[a.id] ?? 0))
}

export function reasonsByUse(book: Playbook, use: Readonly<Record<string, number>>): Playbook {
  const { good, not_yet, wrong, cant_tell } = book.reasons
  return { ...book, reasons: { good: byUse(good, use), not_yet: byUse(not_yet, use), wrong: byUse(wrong, use), cant_tell: byUse(cant_tell, use) } }
}

/** A further reason. Its id is made of its label and never given twice, also not one of a retired reason. */
export function addReason(reasons: Playbook['reasons'], verdict: VerdictValue, label: string): Playbook['reasons'] {
  const taken = new Set(Object.values(reasons).flat().map(({ id }) => id))
  return { ...reasons, [verdict]: [...reasons[verdict], { id: freeId(label, taken), label: label.trim() }] }
}

/** Another label; the id, and with it the history, stays. */
export function renameReason(reasons: Playbook['reasons'], verdict: VerdictValue, id: string, label: string): Playbook['reasons'] {
  return changed(reasons, verdict, id, (reason) => ({ ...reason, label: label.trim() }))
}

/** No longer offered; what was said with it stays as it is. `retired: false` offers it again. */
export function retireReason(reasons: Playbook['reasons'], verdict: VerdictValue, id: string, retired: boolean): Playbook['reasons'] {
  return changed(reasons, verdict, id, ({ id: kept, label }) => ({ id: kept, label, ...(retired ? { retired } : {}) }))
}

/** What was said with it counts under `into` from now on, and back to the first verdict. */
export function mergeReason(reasons: Playbook['reasons'], verdict: VerdictValue, id: string, into: string): Playbook['reasons'] {
  if (standingReason(reasons, into) === id) return reasons
  return changed(reasons, verdict, id, (reason) => ({ ...reason, mergedInto: into }))
}

function changed(reasons: Playbook['reasons'], verdict: VerdictValue, id: string, change: (reason: Reason) => Reason): Playbook['reasons'] {
  return { ...reasons, [verdict]: reasons[verdict].map((reason) => (reason.id === id ? change(reason) : reason)) }
}

/** A readable id that nobody has: letters and digits of the label, numbered where it is taken. */
export function freeId(label: string, taken: ReadonlySet<string>): string {
  const base = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 50) || 'entry'
  for (let id = base, n = 2; ; id = `${base}-${n}`, n += 1) if (!taken.has(id)) return id
}
