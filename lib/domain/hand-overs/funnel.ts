import { rateOf, type Rate } from '../acceptance'
import { eachOnce } from '../acceptance-groups'
import type { HandOverPart } from '../hand-over'
import { campaignNames, type Attribution } from './attribution'
import type { LeadCounter } from './counter'
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

/** How many leads got how far, all together and by group. They were influenced by what they are grouped under; nothing here says it was the cause. */
export interface Funnel {
  credit: Attribution
  whole: FunnelCell[]
  /**
   * One funnel per campaign, source or asset, most handed over first. A lead counts under each of its campaigns and assets, so sums may exceed the total. Assets
   * are known of judged leads only: they are what the verdict rested on.
   */
  groups: Record<FunnelGrouping, FunnelRow[]>
}

export function createFunnel(credit: Attribution): LeadCounter<Funnel> {
  const whole = newTally()
  const groups: Record<FunnelGrouping, Map<string, Tally>> = { campaign: new Map(), source: new Map(), asset: new Map() }
  return {
    add(lead) {
      const reach = reachOf(lead)
      count(whole, reach)
      for (const by of funnelGroupings) {
        eachOnce(groupKeysOf(lead, by, credit), (key) => {
          let tally = groups[by].get(key)
          if (!tally) groups[by].set(key, (tally = newTally()))
          count(tally, reach)
        })
      }
    },
    counted: () => ({ credit, whole: toCells(whole), groups: { campaign: toRows(groups.campaign), source: toRows(groups.source), asset: toRows(groups.asset) } }),
  }
}

/** Of each step, in their order: how many leads got there, and of how many it is known. */
interface Tally { n: [number, ...number[]]; of: number[] }

function newTally(): Tally {
  return { n: [0, 0, 0, 0, 0, 0], of: [0, 0, 0, 0, 0, 0] }
}

/** Two bits a step: the lead got there, and it is known whether it did. Numbers, because there may be a hundred thousand leads with several campaigns each. */
function reachOf(lead: Joined): number {
  let reach = 0
  for (let index = 0; index < funnelSteps.length; index += 1) {
    const step = funnelSteps[index] ?? 'handed-over'
    reach |= (hasReached(lead, step) ? 3 : isKnown(lead, step) ? 2 : 0) << (2 * index)
  }
  return reach
}

function count({ n, of }: Tally, reach: number): void {
  for (let index = 0; index < funnelSteps.length; index += 1) {
    of[index] = (of[index] ?? 0) + ((reach >> (2 * index + 1)) & 1)
    n[index] = (n[index] ?? 0) + ((reach >> (2 * index)) & 1)
  }
}

function toRows(groups: ReadonlyMap<string, Tally>): FunnelRow[] {
  return [...groups].sort(([a, { n: [m] }], [b, { n: [n] }]) => n - m || (a < b ? -1 : 1)).map(([key, tally]) => ({ key, cells: toCells(tally) }))
}

function toCells(tally: Tally): FunnelCell[] {
  return funnelSteps.map((step, index) => {
    const [n, of] = [tally.n[index] ?? 0, tally.of[index] ?? 0]
    return { step, n, of, rate: rateOf(n, of) }
  })
}

/** Under which campaigns, source or assets a lead counts. */
export function groupKeysOf(lead: Joined, by: FunnelGrouping, attribution: Attribution): readonly string[] {
  if (by === 'campaign') return campaignNames(lead, attribution)
  if (by === 'asset') return lead.judgement?.assets ?? []
  return lead.handOver.source === undefined ? [] : [lead.handOver.source]
}

const needs: Partial<Record<FunnelStep, HandOverPart>> = { 'followed-up': 'follow-up', sql: 'stages', opportunity: 'outcome', won: 'outcome' }

/** Whether it is known that a lead did not get there, of one that is not seen to have. */
function isKnown(lead: Joined, step: FunnelStep): boolean {
  const part = needs[step]
  if (part === undefined) return true
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
