import { toLine, type ArchiveEntry } from '@/lib/domain/archive'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { RecordRef } from '@/lib/domain/record-ref'
import { seedId } from '../../sandbox/salesforce/ids.ts'
import { hubspotPortal, salesforceOrg } from '../../e2e/harness/people.ts'

export const day = 86_400_000
export const hour = 3_600_000

/** How much of everything there is. */
export interface Amount { verdicts: number; assets: number; findings: number; requests: number; misses: number; sends: number; handOvers: number; sources: number; promotions: number }

/** What a desk of some amount is made of, at a moment, from a seed. */
export interface Making { amount: Amount; now: number; random: () => number }

export function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}

/** The same event has the same id in every run. `family` keeps kinds apart. */
export function eventId(family: number, index: number): string {
  return `01910000-0000-7000-${(0x8000 + family).toString(16)}-${index.toString(16).padStart(12, '0')}`
}

/** A lead of the stand-in CRMs' orgs; every fourth is HubSpot's. */
export function leadRef(index: number): RecordRef {
  return index % 4 === 3
    ? { crm: 'hubspot', org: hubspotPortal, kind: 'contact', id: String(900_000 + index) }
    : { crm: 'salesforce', org: salesforceOrg, kind: 'lead', id: seedId('00Q', `gallery-${index}`) }
}

export function lineOf(entry: Exclude<ArchiveEntry, { kind: 'event' }>, id: string, at: number): string {
  return toLine(entry, id, at)
}

export function eventLine(data: LedgerEvent): string {
  return toLine({ kind: 'event', data }, data.id, data.at)
}
