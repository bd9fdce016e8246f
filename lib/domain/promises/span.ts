import type { PromisedSpan, PromiseUnit } from './promise'
import { isWeekday, type Zone } from './zone'

const hourMs = 3_600_000

/** How long it took, in the unit: elapsed hours, or weekdays and parts of them. Never less than nothing. */
export function spanBetween(from: number, to: number, unit: PromiseUnit, zone: Zone): number {
  if (to <= from) return 0
  return unit === 'hours' ? (to - from) / hourMs : weekdaysBetween(from, to, zone)
}

/** The moment a promise made at `from` is due: a weekday after Friday 15:00 is Monday 15:00. */
export function dueAt(from: number, { amount, unit }: PromisedSpan, zone: Zone): number {
  return unit === 'hours' ? from + amount * hourMs : addWeekdays(from, amount, zone)
}

/** Parts of weekdays between two moments; a day with 23 or 25 hours is one day like any other. */
function weekdaysBetween(from: number, to: number, zone: Zone): number {
  let sum = 0
  const last = zone.dayOf(to)
  for (let day = zone.dayOf(from); day <= last; day += 1) {
    if (!isWeekday(day)) continue
    const [start, end] = [zone.startOf(day), zone.startOf(day + 1)]
    sum += (Math.min(to, end) - Math.max(from, start)) / (end - start)
  }
  return sum
}

function addWeekdays(from: number, amount: number, zone: Zone): number {
  let left = amount
  for (let day = zone.dayOf(from); ; day += 1) {
    if (!isWeekday(day)) continue
    const [start, end] = [zone.startOf(day), zone.startOf(day + 1)]
    const begin = Math.max(from, start)
    const rest = (end - begin) / (end - start)
    if (left <= rest) return begin + left * (end - start)
    left -= rest
  }
}
