/**
 * A spreadsheet takes a cell for a formula when it begins with one of these, also written full-width, and also after blanks,
 * marks nobody sees, and a quote (OWASP "CSV Injection").
 */
const startsFormula = /^[\s\p{Z}\p{Cc}\p{Cf}'"\u2018\u2019\u201C\u201D]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^[\t\r\n]/u
const guarded = /^'(?=[\s\S])/

/**
 * A cell for a CSV file: text that a spreadsheet would run gets a leading `'`; numbers stay numbers, nothing is empty. What
 * writes the file quotes the cell (RFC 4180).
 */
export function safeCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  return startsFormula.test(value) ? `'${value}` : value
}

/** The text `safeCell` was given, from a cell it made; any other cell as it is. */
export function plainCell(cell: string): string {
  return guarded.test(cell) && startsFormula.test(cell.slice(1)) ? cell.slice(1) : cell
}
