import { rateOf, type Rate } from '../acceptance'
import type { HandOverPart } from '../hand-over'
import { campaignsOf, type Attribution } from './attribution'
import type { Joined } from './joined'

/** From hand-over to customer. `sql` is reached by a status or stage that means it, and by conversion. */
export const funnelSteps = ['handed-over', 'followed-up', 'good', 'sql', 'opportunity', 'won'] as const
export type FunnelStep = (typeof funnelSteps)[number]

export interface FunnelCell {
  step: FunnelStep
  n: number
  /** Handed-over leads of which is known whether they got there. */
  of: number
  rate: Rate
}

export interface FunnelRow {
  key: string
  cells: FunnelCell[]
}

export const funnelGroupings = ['campaign', 'source', 'asset'] as const
export type FunnelGrouping = (typeof funnelGroupings)[number]

/** How many of these leads got how far. These leads were influenced by what they are grouped under; nothing here says it was the cause. */
export function funnelOf(joined: readonly Joined[]): FunnelCell[] {
  return funnelSteps.map((step) => {
    const known = joined.filter((lead) => isKnown(lead, step))
    const n = known.filter((lead) => hasReached(lead, step)).length
    return { step, n, of: known.length, rate: rateOf(n, known.length) }
  })
}

/**
 * One funnel per campaign, source or asset, most handed over first. A lead counts under each of its campaigns and assets, so sums may exceed the total. Assets
 * are known of judged leads only: they are what the verdict rested on.
 */
export function funnelBy(joined: readonly Joined[], by: FunnelGrouping, attribution: Attribution): FunnelRow[] {
  const groups = new Map<string, Joined[]>()
  for (const lead of joined) {
    for (const key of new Set(groupKeysOf(lead, by, attribution))) {
      const group = groups.get(key)
      if (group) group.push(lead)
      else groups.set(key, [lead])
    }
  }
  return [...groups].sort(([a, leads], [b, others]) => others.length - leads.length || (a < b ? -1 : 1)).map(([key, leads]) => ({ key, cells: funnelOf(leads) }))
}

/** Under which campaigns, source or assets a lead counts. */
export function groupKeysOf(lead: Joined, by: FunnelGrouping, attribution: Attribution): readonly string[] {
  if (by === 'campaign') return campaignsOf(lead, attribution).map(({ name }) => name)
  if (by === 'asset') return lead.judgement?.assets ?? []
  return lead.handOver.source === undefined ? [] : [lead.handOver.source]
}

const needs: Partial<Record<FunnelStep, HandOverPart>> = { 'followed-up': 'follow-up', sql: 'stages', opportunity: 'outcome', won: 'outcome' }

/** What was reached is known even where the rest could not be read. */
function isKnown(lead: Joined, step: FunnelStep): boolean {
  const part = needs[step]
  if (part === undefined || hasReached(lead, step)) return true
  return !lead.handOver.unknown.includes(part) && !(step === 'won' && lead.handOver.outcome?.result === 'unknown')
}

/** Whether a lead got there, as far as is known. */
export function hasReached({ handOver, judgement }: Joined, step: FunnelStep): boolean {
  switch (step) {
    case 'handed-over': return true
    case 'followed-up': return handOver.followedUpAt !== undefined
    case 'good': return judgement?.verdict === 'good'
    case 'sql': return handOver.sqlAt !== undefined || handOver.convertedAt !== undefined
    case 'opportunity': return handOver.outcome !== undefined
    case 'won': return handOver.outcome?.result === 'won'
  }
}
