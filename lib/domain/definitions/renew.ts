import type { Clause } from './clause'

/**
 * Clauses as they are to be saved: one that says something else than before gets a new id, so that nothing learned of the old
 * one counts for it. One nobody had before keeps the id it was made with.
 */
export function renewChanged(before: readonly Clause[], after: readonly Clause[], makeId: () => string): Clause[] {
  const known = new Map(before.map((clause) => [clause.id, text(clause)]))
  return after.map((clause) => {
    const said = known.get(clause.id)
    return said === undefined || said === text(clause) ? clause : { ...clause, id: makeId() }
  })
}

function text(clause: Clause): string {
  return JSON.stringify(Object.entries(clause).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A clause of a kind with nothing chosen yet; it cannot be saved like that. */
export function emptyClause(kind: Clause['kind'], id: string): Clause {
  if (kind === 'score') return { id, kind, atLeast: 50 }
  if (kind === 'story') return { id, kind, kinds: [], atLeast: 1, withinDays: 30, humanOnly: true }
  return { id, kind, anyOf: [] }
}
