import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { recordKey } from '@/lib/domain/record-ref'
import type { KnownNames } from '../data/known-names'

/** The rows under the names their CRM told meanwhile; a row that came with its name keeps it. */
export function withNames(rows: readonly FeedbackRow[], names: KnownNames): readonly FeedbackRow[] {
  if (names.size === 0) return rows
  return rows.map((row) => {
    const told = row.recordName === undefined ? names.get(recordKey(row.ref)) : undefined
    return told ? { ...row, recordName: told.name, company: row.company ?? told.company } : row
  })
}
