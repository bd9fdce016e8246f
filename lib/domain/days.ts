const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** The calendar day of a moment where its reader is, as `YYYY-MM-DD`. */
export function localDay(at: number): string {
  const date = new Date(at)
  return [date.getFullYear().toString().padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())].join('-')
}

/** When that day begins where its reader is, in epoch milliseconds; `undefined` for what is no day of the calendar. */
export function startOfDay(day: string): number | undefined {
  const [, year, month, date] = shape.exec(day)?.map(Number) ?? []
  if (year === undefined || month === undefined || date === undefined) return undefined
  const start = new Date(year, month - 1, date)
  return start.getMonth() === month - 1 && start.getDate() === date ? start.getTime() : undefined
}

/** When the moment's own day began where its reader is. */
export function startOfToday(at: number): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
}

/** The day so many days after the moment's; calendar days, whatever the clocks do in between. */
export function dayAfter(at: number, days: number): string {
  const date = new Date(at)
  return localDay(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12).getTime())
}

function two(value: number): string {
  return value.toString().padStart(2, '0')
}
