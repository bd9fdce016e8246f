import type { HandOver, Outcome } from '@/lib/domain/hand-over'
import type { Influence } from '@/lib/domain/influence'
import type { Joined } from '@/lib/domain/hand-overs/joined'
import { atOnce } from '@/lib/domain/in-slices'
import type { Judgement } from '@/lib/domain/judgement'
import type { VerdictValue } from '@/lib/domain/ledger'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import { anyVerdict, spanOf, type ReviewFilter } from '@/lib/domain/review/filter'
import { countHandOvers } from '@/lib/domain/review/hand-overs'

export const hour = 3_600_000
export const start = Date.UTC(2026, 4, 4, 9)

export const ref = (n: number, kind: RecordRef['kind'] = 'lead'): RecordRef => ({ crm: 'salesforce', org: 'o.my.salesforce.com', kind, id: `00Q${String(n).padStart(15, '0')}` })

export function handOver(n: number, changes: Partial<HandOver> = {}): HandOver {
  const own = ref(n)
  return { key: recordKey(own), ref: own, orgKey: 'salesforce:o.my.salesforce.com', at: start, precision: 'moment', rule: 1, readAt: start, campaigns: [], same: [], unknown: [], ...changes }
}
export function judgement(n: number, verdict: VerdictValue, changes: Partial<Judgement> = {}): Judgement {
  return { id: `v${n}`, at: start + 5 * hour, ref: ref(n), verdict, secondLook: false, campaigns: [], assets: [], ...changes }
}
export const lead = (n: number, changes: Partial<HandOver> = {}, judged?: Judgement): Joined => ({ handOver: handOver(n, changes), judgement: judged, openedAt: judged?.at })
export const outcome = (result: Outcome['result'], closedAt?: number): Outcome => ({ id: `o-${result}`, result, closedAt })
export const influence = (name: string, at?: number, by: Influence['by'] = 'member'): Influence => ({ name, at, by })

/** All that is counted of these leads, none left out but by the filter. */
export function figuresOf<T extends HandOver>(leads: readonly Joined<T>[], filter: Partial<ReviewFilter> = {}, now = start) {
  return atOnce(countHandOvers(leads, { ...anyVerdict, ...filter }, spanOf(filter.period ?? '', now), now))
}
