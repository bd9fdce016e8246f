const dayMs = 86_400_000

/** The calendar of a time zone. Days are counted from 1 January 1970, by the date on the wall there. */
export interface Zone {
  dayOf(at: number): number
  /** The first moment of that day, epoch milliseconds. */
  startOf(day: number): number
}

/** @throws RangeError for a name no browser knows */
export function createZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  /** What the clock on the wall shows, as if it were UTC. */
  const wallOf = (at: number) => {
    const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  }
  const dayOf = (at: number) => Math.floor(wallOf(at) / dayMs)
  return {
    dayOf,
    startOf(day) {
      const wall = day * dayMs
      // An offset is right for its own moment only: the second look takes that of about midnight, whatever the clocks did that night.
      const first = wall - (wallOf(wall) - wall)
      const start = wall - (wallOf(first) - first)
      return dayOf(start) === day ? start : first
    },
  }
}

/** Whether it is a day people work: Monday to Friday. 1 January 1970 was a Thursday. */
export function isWeekday(day: number): boolean {
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday < 5
}

export function isTimeZone(name: string): boolean {
  try {
    createZone(name)
    return name !== ''
  } catch {
    return false
  }
}
