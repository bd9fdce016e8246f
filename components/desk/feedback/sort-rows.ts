import type { FeedbackRow } from '@/lib/domain/feedback-row'

export type SortKey = 'record' | 'verdict' | 'campaign' | 'source' | 'date'
export interface Sorting { key: SortKey; descending: boolean }

const values: Record<SortKey, (row: FeedbackRow) => string | number> = {
  record: (row) => (row.recordName ?? '').toLowerCase(),
  verdict: (row) => row.verdict,
  campaign: (row) => (row.campaigns[0] ?? '').toLowerCase(),
  source: (row) => (row.source ?? '').toLowerCase(),
  date: (row) => row.at,
}

/** The rows in another order, or as they came where that is the order; equal rows stay in theirs. */
export function sortRows(rows: readonly FeedbackRow[], { key, descending }: Sorting): readonly FeedbackRow[] {
  if (key === 'date' && descending && rows.every(({ at }, index) => at <= (rows[index - 1]?.at ?? Infinity))) return rows
  const value = values[key]
  const sign = descending ? -1 : 1
  return rows.map((row) => ({ row, by: value(row) })).sort((a, b) => (a.by < b.by ? -sign : a.by > b.by ? sign : 0)).map(({ row }) => row)
}
