import { i18n } from '#i18n'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The reader's own variety of the catalogue's language (en-GB where the catalogue is `en`), so that text and dates agree. */
export function locale(): string {
  const language = i18n.t('ui.locale')
  return navigator.languages.find((wanted) => wanted.split('-')[0] === language.split('-')[0]) ?? language
}

/** "3 March", with the year where it is another one than now's. */
export function dayText(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at)
}

/** Day and time of day in full, for tooltips and screen readers. */
export function momentText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'short' }).format(at)
}

export function timeText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(at)
}

/** Within a week back: how long ago, to the day where no more is known. Otherwise, and for what lies ahead, the day. */
export function whenText(at: number, now: number, dayOnly = false): string {
  const past = now - at
  const days = calendarDays(at, now)
  // The screen's clock moves in steps: what has just happened may seem to lie ahead.
  if (days < 0 || days >= 7 || (past < -minute && !dayOnly)) return dayText(at, now)
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  if (dayOnly || days > 0) return relative.format(-days, 'day')
  if (past < minute) return relative.format(0, 'second')
  if (past < hour) return relative.format(-Math.floor(past / minute), 'minute')
  return relative.format(-Math.floor(past / hour), 'hour')
}

/** Midnights between two moments, in the reader's time zone. */
export function calendarDays(from: number, to: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  return Math.round((midnight(to) - midnight(from)) / day)
}

/** "12 days"; from about two months on, months. */
export function spanText(days: number): string {
  const [value, unit] = Math.abs(days) < 60 ? [days, 'day'] : [Math.round(days / 30.44), 'month']
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value)
}

/** "40 minutes", "5 hours"; from two days on, days. Whole units, rounded down: a promise is not longer than it is. */
export function hoursText(hours: number): string {
  const [value, unit] = hours < 1 ? [hours * 60, 'minute'] : hours < 48 ? [hours, 'hour'] : [hours / 24, 'day']
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(Math.floor(value))
}

/** "a, b or c". */
export function anyOfText(words: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words)
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value)
}

/** "40 sec" or "3 min". */
export function durationText(seconds: number): string {
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : [seconds / 60, 'minute']
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value)
}
