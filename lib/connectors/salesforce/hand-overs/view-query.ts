/** Conditions that records meet or cease to meet while nobody touches them: dates relative to today, fields of other records, other scopes than these. */
const moving = /\b(?:TODAY|YESTERDAY|TOMORROW|(?:LAST|NEXT|THIS)_\w+|N_\w+_AGO)\b|\b[a-z]\w*\.\w|\bSELECT\b/i
const scope = /\bUSING\s+SCOPE\s+(?!everything\b|mine\b)/i

/**
 * The query of a list view for those of its records that changed since the moment (ISO 8601). `undefined` where that would not find all who came: where the
 * view moves with the calendar or with other records, or its query is none we understand.
 */
export function changedIn(query: string, since: string): string | undefined {
  // Of the same length without what is quoted, so that places in one are places in the other.
  const bare = query.replace(/'(?:\\.|[^'\\])*'/g, (quoted) => '_'.repeat(quoted.length))
  const from = /\sFROM\s+Lead\b/i.exec(bare)
  if (!from) return undefined
  const order = /\s(?:ORDER\s+BY|LIMIT)\s/i.exec(bare)?.index ?? query.length
  const where = /\sWHERE\s/i.exec(bare)
  const start = where?.index ?? order
  if (start > order || start < from.index) return undefined
  const conditions = query.slice(where ? start + where[0].length : order, order)
  if (moving.test(bare.slice(start, order)) || scope.test(bare)) return undefined
  return `${query.slice(0, start)} WHERE ${conditions === '' ? '' : `(${conditions}) AND `}SystemModstamp >= ${since}${query.slice(order)}`
}
