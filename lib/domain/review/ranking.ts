import { acceptanceOf, differenceOf, type Acceptance, type Difference } from '../acceptance'
import { acceptanceBy, type Grouping } from '../acceptance-groups'
import type { VerdictValue } from '../ledger'
import type { ReviewRow } from './sheet'

/** What the overview compares; a reason says why and is no kind of lead. */
export const compared = ['campaign', 'source', 'asset', 'persona', 'industry', 'stage'] as const satisfies readonly Grouping[]
export type Compared = (typeof compared)[number]

export interface RankedGroup { key: string; acceptance: Acceptance; change: Difference }
export interface Ranking {
  /** Best first by the lower bound of the interval, those with enough judged leads. */
  ranked: RankedGroup[]
  /** Too few yet, most judged first. */
  early: RankedGroup[]
  /** A lead stands in more than one group: their sum exceeds the whole. */
  overlaps: boolean
}

/** Acceptance of each group, and how it changed since the earlier rows. */
export function rankBy(rows: readonly ReviewRow[], earlier: readonly ReviewRow[], by: Compared): Ranking {
  const before = new Map(acceptanceBy(earlier, by).map(({ key, acceptance }) => [key, acceptance]))
  const groups = acceptanceBy(rows, by).map(({ key, acceptance }): RankedGroup => {
    const known = before.get(key)
    return { key, acceptance, change: known ? differenceOf(acceptance, known) : { known: false } }
  })
  const overlaps = (by === 'campaign' && rows.some(({ campaigns }) => campaigns.length > 1)) || (by === 'asset' && rows.some(({ assets }) => assets.length > 1))
  return { ranked: groups.filter(({ acceptance }) => acceptance.rate.known), early: groups.filter(({ acceptance }) => !acceptance.rate.known), overlaps }
}

export interface ReasonCount { verdict: VerdictValue; reason: string; n: number }

/** Reasons, most often given first. */
export function reasonsOf(rows: readonly Pick<ReviewRow, 'verdict' | 'reason'>[]): ReasonCount[] {
  const counts = new Map<string, ReasonCount>()
  for (const { verdict, reason } of rows) {
    if (reason === undefined) continue
    const key = `${verdict} ${reason}`
    const known = counts.get(key)
    if (known) known.n += 1
    else counts.set(key, { verdict, reason, n: 1 })
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1))
}

/** How often each reason was given in each campaign; the most frequent of both. `cells[reason][campaign]`. */
export interface ReasonCells { reasons: ReasonCount[]; campaigns: string[]; cells: number[][] }

/** Why leads of which campaign failed: Good is left out. */
export function reasonCells(rows: readonly ReviewRow[], most = { reasons: 8, campaigns: 8 }): ReasonCells {
  const failed = rows.filter(({ verdict, reason }) => verdict !== 'good' && reason !== undefined)
  const reasons = reasonsOf(failed).slice(0, most.reasons)
  const counts = new Map<string, number>()
  for (const { campaigns } of failed) for (const campaign of campaigns) counts.set(campaign, (counts.get(campaign) ?? 0) + 1)
  const campaigns = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most.campaigns).map(([campaign]) => campaign)
  const [rowOf, columnOf] = [new Map(reasons.map(({ verdict, reason }, index) => [`${verdict} ${reason}`, index])), new Map(campaigns.map((campaign, index) => [campaign, index]))]
  const cells = reasons.map(() => campaigns.map(() => 0))
  for (const { verdict, reason, campaigns: given } of failed) {
    const line = cells[rowOf.get(`${verdict} ${reason}`) ?? -1]
    if (!line) continue
    for (const campaign of new Set(given)) {
      const column = columnOf.get(campaign)
      if (column !== undefined) line[column] = (line[column] ?? 0) + 1
    }
  }
  return { reasons, campaigns, cells }
}

/** Acceptance of all together, and how it changed. */
export function wholeOf(rows: readonly ReviewRow[], earlier: readonly ReviewRow[]): { acceptance: Acceptance; change: Difference } {
  const acceptance = acceptanceOf(rows)
  return { acceptance, change: differenceOf(acceptance, acceptanceOf(earlier)) }
}
