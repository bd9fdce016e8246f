import type { FeedbackRow } from '@/lib/domain/feedback-row'
import type { FeedbackFilter } from './filter-rows'

export function GroupTable(_: { rows: readonly FeedbackRow[]; filter: FeedbackFilter; onPick: (filter: FeedbackFilter) => void }) {
  return null
}
