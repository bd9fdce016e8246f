/** A moment as the API writes it: `2026-09-10T15:42:07.000+0000`. */
export function toDatetime(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000')
}

/** The UTC day of a moment: `2026-09-10`. */
export function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Reads an ISO 8601 datetime with zone, in the spellings the API accepts; undefined for anything else. */
export function parseDatetime(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(Z|[+-]\d{2}:?\d{2})$/.exec(text)
  if (match === null) return undefined
  const [, local = '', zone = ''] = match
  const at = Date.parse(local + (zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone))
  return Number.isNaN(at) ? undefined : at
}

/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && toDay(Date.parse(text)) === text
}
