/** A moment as HubSpot writes it: ISO 8601 in UTC, without a fraction when there are no milliseconds. */
export function stamp(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** The calendar day of a moment in UTC, `YYYY-MM-DD`. */
export function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** Epoch milliseconds of an ISO text or a number in text; undefined where it is neither. */
export function parseTime(text: string): number | undefined {
  if (/^-?\d+$/.test(text)) return Number(text)
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}

/** HTML with tags taken out, entities resolved and white space folded. */
export function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n+/g, '\n')
    .trim()
}

/** Lower-case hex of a number, padded with zeros. */
export function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0').slice(-digits)
}

/** A UUID of version 4 form made from two numbers, so that seeds can be repeated. */
export function seededUuid(high: number, low: number): string {
  const mixed = Math.imul(high ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const other = Math.imul(low ^ 0xc2b2ae35, 0x27d4eb2f) >>> 0
  return `${hex(mixed, 8)}-${hex(high, 4)}-4${hex(low, 3)}-8${hex(mixed >>> 3, 3)}-${hex(other, 8)}${hex(low, 4)}`
}
