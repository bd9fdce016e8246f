import { differenceOf, type Acceptance, type Difference } from '../acceptance'
import { acceptanceBy, eachOnce } from '../acceptance-groups'
import type { VerdictValue } from '../ledger'
import type { Compared } from './compared'
import type { ReviewRow } from './sheet'

export interface RankedGroup { key: string; acceptance: Acceptance; change: Difference }
export interface Ranking {
  /** Best first by the lower bound of the interval, those with enough judged leads. */
  ranked: RankedGroup[]
  /** Too few yet, most judged first. */
  early: RankedGroup[]
  /** A lead stands in more than one group: their sum exceeds the whole. */
  overlaps: boolean
}

/** Acceptance of each group, and how it changed since the earlier rows; of leads chosen by one group, of it alone (`only`). */
export function rankBy(rows: readonly ReviewRow[], earlier: readonly ReviewRow[], by: Compared, only = ''): Ranking {
  const before = new Map(acceptanceBy(earlier, by, only).map(({ key, acceptance }) => [key, acceptance]))
  const groups = acceptanceBy(rows, by, only).map(({ key, acceptance }): RankedGroup => {
    const known = before.get(key)
    return { key, acceptance, change: known ? differenceOf(acceptance, known) : { known: false } }
  })
  const overlaps = only === '' && ((by === 'campaign' && rows.some(({ campaigns }) => campaigns.length > 1)) || (by === 'asset' && rows.some(({ assets }) => assets.length > 1)))
  return { ranked: groups.filter(({ acceptance }) => acceptance.rate.known), early: groups.filter(({ acceptance }) => !acceptance.rate.known), overlaps }
}

export interface ReasonCount { verdict: VerdictValue; reason: string; n: number }

/** Reasons, most often given first. */
export function reasonsOf(rows: readonly Pick<ReviewRow, 'verdict' | 'reason'>[]): ReasonCount[] {
  const counts: Record<VerdictValue, Map<string, ReasonCount>> = { good: new Map(), not_yet: new Map(), wrong: new Map(), cant_tell: new Map() }
  for (const { verdict, reason } of rows) {
    if (reason === undefined) continue
    const known = counts[verdict].get(reason)
    if (known) known.n += 1
    else counts[verdict].set(reason, { verdict, reason, n: 1 })
  }
  return Object.values(counts).flatMap((of) => [...of.values()]).sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1))
}

/** How often each reason was given in each campaign; the most frequent of both. `cells[reason][campaign]`. */
export interface ReasonCells { reasons: ReasonCount[]; campaigns: string[]; cells: number[][] }

/** Why leads of which campaign failed: Good is left out. Of leads chosen by their campaign, of it alone (`only`). */
export function reasonCells(rows: readonly ReviewRow[], only = '', most = { reasons: 8, campaigns: 8 }): ReasonCells {
  const failed = rows.filter(({ verdict, reason }) => verdict !== 'good' && reason !== undefined)
  const reasons = reasonsOf(failed).slice(0, most.reasons)
  const byCampaign = new Map<string, { all: number; of: number[] }>()
  for (const { verdict, reason, campaigns } of failed) {
    const which = reasons.findIndex((one) => one.reason === reason && one.verdict === verdict)
    eachOnce(campaigns, (campaign) => {
      if (only !== '' && campaign !== only) return
      let counts = byCampaign.get(campaign)
      if (!counts) byCampaign.set(campaign, (counts = { all: 0, of: reasons.map(() => 0) }))
      counts.all += 1
      if (which >= 0) counts.of[which] = (counts.of[which] ?? 0) + 1
    })
  }
  const shown = [...byCampaign].sort(([a, { all: n }], [b, { all: m }]) => m - n || (a < b ? -1 : 1)).slice(0, most.campaigns)
  const campaigns = shown.map(([campaign]) => campaign)
  const cells = reasons.map((_, which) => shown.map(([, { of }]) => of[which] ?? 0))
  return { reasons, campaigns, cells }
}
