import { countVerdict, noVerdicts, type VerdictCounts } from '../acceptance'
import { localDay } from '../days'
import type { Span } from './filter'
import type { ReviewRow } from './sheet'

/** Verdicts of some days; `from` and `last` are the first and the last of them, `YYYY-MM-DD` where the reader is. */
export interface SeriesPart { from: string; last: string; counts: VerdictCounts }

/** At most so many parts of a day, then of a week: what does not fit the next larger step is counted by month. */
const mostDays = 31
const mostWeeks = 30
const dayMs = 86_400_000

/** How many verdicts of each kind were given when: by day, week or month of the reader's calendar, whichever is readable. */
export function seriesOf(rows: readonly Pick<ReviewRow, 'at' | 'verdict'>[], span: Span, now: number): SeriesPart[] {
  if (rows.length === 0) return []
  let [first, last] = [Infinity, now]
  for (const { at } of rows) {
    if (at < first) first = at
    if (at > last) last = at
  }
  const from = Number.isFinite(span.from) ? span.from : first
  const to = Math.min(span.to, last + 1)
  const starts = startsOf(from, to)
  const parts = starts.slice(0, -1).map((start, index): SeriesPart => (
    // A week or month that is only begun or ended within the span is counted, and named, as far as it is in it.
    { from: localDay(Math.max(start, span.from)), last: localDay(Math.min(starts[index + 1] ?? start, span.to) - 1), counts: noVerdicts() }
  ))
  // Rows come in order of time: most are in the part of the one before.
  let [begin, end, counts] = [Infinity, -Infinity, noVerdicts()]
  for (const { at, verdict } of rows) {
    if (at < begin || at >= end) {
      const index = indexOf(starts, at)
      ;[begin, end, counts] = [starts[index] ?? Infinity, starts[index + 1] ?? Infinity, parts[index]?.counts ?? noVerdicts()]
    }
    countVerdict(counts, verdict)
  }
  return parts
}

/** Where each part begins, and where the last one ends. Calendar days, so that a day of 23 or 25 hours is one. */
function startsOf(from: number, to: number): number[] {
  const first = new Date(from)
  const days = (to - from) / dayMs
  const [year, month, date] = [first.getFullYear(), first.getMonth(), first.getDate()]
  const step = days <= mostDays ? (n: number) => new Date(year, month, date + n)
    : days <= mostWeeks * 7 ? (n: number) => new Date(year, month, date - ((first.getDay() + 6) % 7) + 7 * n)
      : (n: number) => new Date(year, month + n, 1)
  const starts: number[] = []
  for (let n = 0; starts.length === 0 || (starts.at(-1) ?? to) < to; n += 1) starts.push(step(n).getTime())
  return starts
}

/** The last start not after the moment. */
function indexOf(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return low
}
