import type { Grouping } from '@/lib/domain/acceptance-groups'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { latestPerLead, type LookAt } from '@/lib/domain/judgement'

/** A rep is deliberately nothing one can filter or group by. */
export interface FeedbackFilter {
  text: string
  verdict: string
  reason: string
  campaign: string
  source: string
  asset: string
  persona: string
  industry: string
  stage: string
  /** Only the one verdict of each lead that counts, at the hand-over or after a return; empty for all. */
  look: LookAt | ''
  /** Days back; 0 for all. */
  days: number
  groupBy: Grouping
}

export const emptyFeedbackFilter: FeedbackFilter = {
  text: '', verdict: '', reason: '', campaign: '', source: '', asset: '', persona: '', industry: '', stage: '', look: '', days: 0, groupBy: 'campaign',
}

const day = 86_400_000
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

/** How each verdict counts, by id; those overtaken by a later one of the same lead are absent. Taken from all rows, before any filter. */
export function looksOf(rows: readonly FeedbackRow[]): Map<string, LookAt> {
  const looks = new Map<string, LookAt>()
  for (const look of ['first', 'second'] as const) for (const { id } of latestPerLead(rows, look)) looks.set(id, look)
  return looks
}

/** Rows that meet every part of the filter; the words may stand in name, company, note, campaign or source. `now` in epoch milliseconds. */
export function filterRows(rows: readonly FeedbackRow[], filter: FeedbackFilter, looks: ReadonlyMap<string, LookAt>, now: number): FeedbackRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const since = filter.days === 0 ? -Infinity : now - filter.days * day
  const is = (wanted: string, value: string | undefined) => wanted === '' || value === wanted
  return rows.filter((row) =>
    row.at >= since && is(filter.verdict, row.verdict) && is(filter.reason, row.reason) && is(filter.source, row.source)
    && is(filter.persona, row.persona) && is(filter.industry, row.industry) && is(filter.stage, row.stage)
    && (filter.campaign === '' || row.campaigns.includes(filter.campaign)) && (filter.asset === '' || row.assets.includes(filter.asset))
    && is(filter.look, looks.get(row.id))
    && words.every((word) => textOf(row).includes(word)))
}
