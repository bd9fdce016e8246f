import * as z from 'zod/mini'
import type { Outcome } from '@/lib/domain/hand-over'
import type { Org } from '../org/org'
import { toNoon } from '../time'
import { maybe, maybeFlag, maybeId, maybeNumber, maybeText } from '../wire'
import type { Lacks } from './lacks'

const columns = ['StageName', 'Amount', 'CloseDate', 'IsClosed', 'IsWon', 'CurrencyIsoCode'] as const

/** As much of an opportunity as this user may see, read through a lookup to it. */
export const opportunityRow = z.object({ StageName: maybeText, Amount: maybeNumber, CloseDate: maybeText, IsClosed: maybeFlag, IsWon: maybeFlag, CurrencyIsoCode: maybeText })
type OpportunityRow = z.infer<typeof opportunityRow>

export const leadOutcome = { ConvertedOpportunityId: maybeId, ConvertedOpportunity: maybe(opportunityRow) }

/** Columns of an opportunity this user may read; `undefined`, and noted, where the result is not among them. */
export async function opportunityColumns(org: Org, lacks: Lacks): Promise<string[] | undefined> {
  const shape = await org.describe('Opportunity')
  const hidden = ['IsClosed', 'IsWon'].find((name) => !shape?.fields.includes(name))
  if (!shape || hidden) {
    lacks.add('outcome', shape ? `Opportunity.${hidden}` : 'Opportunity')
    return undefined
  }
  return columns.filter((name) => shape.fields.includes(name))
}

/** An opportunity not shared with this user is known by its id only. */
export function toOutcome(id: string, row: OpportunityRow | undefined): Outcome {
  if (!row || row.IsClosed === undefined) return { id, result: 'unknown' }
  const result = row.IsClosed ? (row.IsWon ? 'won' : 'lost') : 'open'
  return { id, result, stage: row.StageName, amount: row.Amount, currency: row.CurrencyIsoCode, closedAt: row.IsClosed ? toNoon(row.CloseDate) : undefined }
}
