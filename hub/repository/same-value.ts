/** Whether two JSON values say the same, in whatever order their fields stand. */
export function sameValue(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b)
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? Object.fromEntries(Object.entries(entry).sort(([x], [y]) => (x < y ? -1 : 1))) : entry)
}
