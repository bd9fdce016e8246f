import { groupings, type Grouping } from '@/lib/domain/acceptance-groups'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import type { LookAt } from '@/lib/domain/judgement'
import { anyVerdict, filterQuery, filterReview, readFilter, spanOf, withCredit, type ReviewFilter } from '@/lib/domain/review/filter'

/** What the table is filtered by, and what its groups are. A rep is deliberately nothing one can filter or group by. */
export interface FeedbackFilter extends ReviewFilter {
  text: string
  /** Only the one verdict of each lead that counts, at the hand-over or after a return; empty for all. */
  look: LookAt | ''
  groupBy: Grouping
}

export const emptyFeedbackFilter: FeedbackFilter = { ...anyVerdict, text: '', look: '', groupBy: 'campaign' }

/** The filter in an address's fragment, and back. */
export function readFeedbackFilter(query: URLSearchParams): FeedbackFilter {
  const look = query.get('look')
  return {
    ...readFilter(query), text: (query.get('text') ?? '').slice(0, 200), look: look === 'first' || look === 'second' ? look : '',
    groupBy: groupings.find((by) => by === query.get('by')) ?? 'campaign',
  }
}

export function feedbackQuery({ text = '', look = '', groupBy = 'campaign', ...filter }: Partial<FeedbackFilter>): string {
  const own = new URLSearchParams({ ...(text === '' ? {} : { text }), ...(look === '' ? {} : { look }), ...(groupBy === 'campaign' ? {} : { by: groupBy }) })
  return [filterQuery(filter), own.toString()].filter((part) => part !== '').join('&')
}

const texts = new WeakMap<FeedbackRow, string>()

/** Makes the rows ready to be searched, so that the first word typed does not wait for all of them. */
export function prepareSearch(rows: readonly FeedbackRow[]): void {
  for (const row of rows) textOf(row)
}

function textOf(row: FeedbackRow): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const text = [row.recordName, row.company, row.note, row.source, ...row.campaigns].join(' ').toLowerCase()
  texts.set(row, text)
  return text
}

/** Rows that meet every part of the filter; the words may stand in name, company, note, campaign or source. `now` in epoch milliseconds. */
export function filterRows(rows: readonly FeedbackRow[], filter: FeedbackFilter, now: number): readonly FeedbackRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  // Whoever gets the credit decides which rows are shown; the rows themselves keep all their campaigns.
  const credited = filter.campaign === '' || filter.credit === 'all' ? rows : withCredit(rows, filter.credit)
  const found = filterReview(credited, filter, spanOf(filter.period, now), filter.look === '' ? undefined : filter.look)
  return words.length === 0 ? found : found.filter((row) => words.every((word) => textOf(row).includes(word)))
}
