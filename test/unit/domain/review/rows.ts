import type { ReviewRow } from '@/lib/domain/review/sheet'

/** A verdict of the review; its id is the number. */
export function reviewRow(n: number, given: Partial<ReviewRow> = {}): ReviewRow {
  return {
    id: String(n), at: Date.UTC(2026, 2, 10), ref: { crm: 'salesforce', org: 'a.my.salesforce.com', kind: 'lead', id: String(n) }, look: 'first', secondLook: false, verdict: 'good',
    campaigns: [], assets: [], ...given,
  }
}

export function reviewRows(count: number, given: Partial<ReviewRow> = {}, from = 1): ReviewRow[] {
  return Array.from({ length: count }, (_, index) => reviewRow(from + index, given))
}
