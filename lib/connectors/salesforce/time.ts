/** Salesforce writes `2026-09-10T15:42:07.000+0000`; not every engine reads an offset without a colon. */
export function toMoment(text: string | undefined): number | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(at) ? undefined : at
}

/** A date without a time, as the noon (UTC) of that day: the same day nearly everywhere. */
export function toNoon(day: string | undefined): number | undefined {
  return day === undefined ? undefined : toMoment(`${day}T12:00:00Z`)
}

/** The day a moment falls on where the CRM's user lives, `YYYY-MM-DD`. An unknown zone counts as UTC. */
export function dayOf(at: number, timeZone: string | undefined): string {
  try {
    return formatDay(at, timeZone ?? 'UTC')
  } catch {
    return formatDay(at, 'UTC')
  }
}

function formatDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}
