import { keptFormat } from './locale'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const dayOfYear = keptFormat((of) => new Intl.DateTimeFormat(of, { day: 'numeric', month: 'short' }))
const dayAndYear = keptFormat((of) => new Intl.DateTimeFormat(of, { day: 'numeric', month: 'short', year: 'numeric' }))
const moment = keptFormat((of) => new Intl.DateTimeFormat(of, { dateStyle: 'full', timeStyle: 'short' }))
const timeOfDay = keptFormat((of) => new Intl.DateTimeFormat(of, { timeStyle: 'short' }))
const relative = keptFormat((of) => new Intl.RelativeTimeFormat(of, { numeric: 'auto' }))
const number = keptFormat((of) => new Intl.NumberFormat(of, { maximumFractionDigits: 1 }))
const disjunction = keptFormat((of) => new Intl.ListFormat(of, { type: 'disjunction' }))
const [spanUnits, hourUnits] = [unitsOf(['day', 'month'], 'long'), unitsOf(['minute', 'hour', 'day'], 'long')]
const durationUnits = unitsOf(['second', 'minute'], 'short')

function unitsOf<U extends string>(units: readonly U[], unitDisplay: 'long' | 'short'): Record<U, () => Intl.NumberFormat> {
  return Object.fromEntries(units.map((unit) => [unit, keptFormat((of) => new Intl.NumberFormat(of, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 0 }))])) as Record<U, () => Intl.NumberFormat>
}

/** "3 March", with the year where it is another one than now's. */
export function dayText(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return (sameYear ? dayOfYear : dayAndYear)().format(at)
}

/** Day and time of day in full, for tooltips and screen readers. */
export function momentText(at: number): string {
  return moment().format(at)
}

export function timeText(at: number): string {
  return timeOfDay().format(at)
}

/** Within a week back: how long ago, to the day where no more is known. Otherwise, and for what lies ahead, the day. */
export function whenText(at: number, now: number, dayOnly = false): string {
  const past = now - at
  const days = calendarDays(at, now)
  // The screen's clock moves in steps: what has just happened may seem to lie ahead.
  if (days < 0 || days >= 7 || (past < -minute && !dayOnly)) return dayText(at, now)
  if (dayOnly || days > 0) return relative().format(-days, 'day')
  if (past < minute) return relative().format(0, 'second')
  if (past < hour) return relative().format(-Math.floor(past / minute), 'minute')
  return relative().format(-Math.floor(past / hour), 'hour')
}

/** Midnights between two moments, in the reader's time zone. */
export function calendarDays(from: number, to: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  return Math.round((midnight(to) - midnight(from)) / day)
}

/** "12 days"; from about two months on, months. */
export function spanText(days: number): string {
  const [value, unit] = Math.abs(days) < 60 ? [days, 'day'] as const : [Math.round(days / 30.44), 'month'] as const
  return spanUnits[unit]().format(value)
}

/** "40 minutes", "5 hours"; from two days on, days. Whole units, rounded down: a promise is not longer than it is. */
export function hoursText(hours: number): string {
  const [value, unit] = hours < 1 ? [hours * 60, 'minute'] as const : hours < 48 ? [hours, 'hour'] as const : [hours / 24, 'day'] as const
  return hourUnits[unit]().format(Math.floor(value))
}

/** "a, b or c". */
export function anyOfText(words: readonly string[]): string {
  return disjunction().format(words)
}

export function numberText(value: number): string {
  return number().format(value)
}

/** "40 sec" or "3 min". */
export function durationText(seconds: number): string {
  const [value, unit] = seconds < 60 ? [seconds, 'second'] as const : [seconds / 60, 'minute'] as const
  return durationUnits[unit]().format(value)
}
