import type { FeedbackRow } from '@/lib/domain/feedback-row'

/** A rep is deliberately nothing one can filter or group by. */
export interface FeedbackFilter {
  text: string
  verdict: string
  reason: string
  campaign: string
  source: string
  /** Days back; 0 for all. */
  days: number
  groupBy: GroupKey
}
export type GroupKey = 'campaign' | 'source' | 'reason' | 'asset' | 'persona' | 'industry'

export const emptyFeedbackFilter: FeedbackFilter = { text: '', verdict: '', reason: '', campaign: '', source: '', days: 0, groupBy: 'campaign' }

const day = 86_400_000

/** Rows that meet every part of the filter; the words may stand in name, company, note, campaign or source. */
export function filterRows(rows: readonly FeedbackRow[], filter: FeedbackFilter, now = rows[0]?.at ?? 0): FeedbackRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const since = filter.days === 0 ? -Infinity : now - filter.days * day
  return rows.filter((row) => {
    if (row.at < since) return false
    if (filter.verdict !== '' && row.verdict !== filter.verdict) return false
    if (filter.reason !== '' && row.reason !== filter.reason) return false
    if (filter.campaign !== '' && !row.campaigns.includes(filter.campaign)) return false
    if (filter.source !== '' && row.source !== filter.source) return false
    if (words.length === 0) return true
    const text = [row.recordName, row.company, row.note, row.source, ...row.campaigns].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What a row counts under; a lead with several campaigns counts under each. */
export function groupsOf(row: FeedbackRow, key: GroupKey): string[] {
  if (key === 'campaign') return row.campaigns
  if (key === 'asset') return row.assets
  const value = row[key]
  return value === undefined ? [] : [value]
}
