import Papa from 'papaparse'
import { safeCell } from '@/lib/domain/csv-cell'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { namedCampaigns } from '@/lib/domain/judgement'

const columns = ['date', 'record', 'company', 'crm', 'org', 'recordId', 'verdict', 'reason', 'until', 'note', 'campaigns', 'campaignsBy', 'source', 'persona', 'industry', 'stage', 'link', 'eventId'] as const

/** One line a verdict without who gave it, every cell safe against formulas; times in ISO 8601 UTC. */
export function feedbackToCsv(rows: readonly FeedbackRow[]): string {
  const data = rows.map((row) => [
    new Date(row.at).toISOString(), row.recordName, row.company, row.ref.crm, row.ref.org, row.ref.id, row.verdict, row.reason, row.until, row.note,
    row.campaigns.join('; '), namedCampaigns(row).map(({ by }) => by).join('; '), row.source, row.persona, row.industry, row.stage, row.url, row.id,
  ].map((cell) => safeCell(cell ?? '')))
  return Papa.unparse({ fields: [...columns], data })
}

export function feedbackToJson(rows: readonly FeedbackRow[]): string {
  return JSON.stringify(rows.map(({ at, sample: _, rep: __, ...row }) => ({ ...row, at: new Date(at).toISOString() })), null, 2)
}
