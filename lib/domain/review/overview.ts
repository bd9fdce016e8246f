import { countVerdict, differenceOf, noVerdicts, toAcceptance, type Acceptance, type Difference, type VerdictCounts } from '../acceptance'
import { collectWays, type CampaignWays } from '../influence'
import { tellCampaigns } from '../judgement'
import type { Compared } from './compared'
import { isOfLeads, saysSo, spanBefore, type ReviewFilter, type Span } from './filter'
import { rankBy, reasonCells, reasonsOf, type Ranking, type ReasonCells, type ReasonCount } from './ranking'
import { seriesOf, type SeriesPart } from './series'
import type { ReviewRow } from './sheet'

/** What verdicts say under one filter. Figures that take a while are counted when they are first asked for, and once. */
export interface Overview {
  filter: ReviewFilter
  /** The verdicts that meet the filter, in the order they came, and how they split. */
  found: readonly ReviewRow[]
  split: VerdictCounts
  /** Of the leads chosen, whatever was said of them: a share of only the good ones would say nothing. */
  acceptance: Acceptance
  /** Against the period before. */
  change: Difference
  /** Of second looks. */
  second: Acceptance
  series(): SeriesPart[]
  ranking(by: Compared): Ranking
  ways(): CampaignWays
  reasons(): ReasonCount[]
  cells(): ReasonCells
}

/** `rows` with the filter's credit given (`withCredit`); `today`: a moment of the day in question. All rows are looked at once. */
export function createOverview(rows: readonly ReviewRow[], filter: ReviewFilter, span: Span, today: number): Overview {
  const before = spanBefore(span)
  const since = before?.from ?? span.from
  const found: ReviewRow[] = []
  // Each lead's standing first look, now and in the period before.
  const [first, earlier]: [ReviewRow[], ReviewRow[]] = [[], []]
  const counts = { found: noVerdicts(), first: noVerdicts(), second: noVerdicts(), earlier: noVerdicts() }
  for (const row of rows) {
    const { at, look, verdict } = row
    if (at < since || at >= span.to || !isOfLeads(row, filter)) continue
    if (at < span.from) {
      if (look !== 'first') continue
      earlier.push(row)
      countVerdict(counts.earlier, verdict)
      continue
    }
    if (look === 'first') {
      first.push(row)
      countVerdict(counts.first, verdict)
    } else if (look === 'second') countVerdict(counts.second, verdict)
    if (saysSo(row, filter)) {
      found.push(row)
      countVerdict(counts.found, verdict)
    }
  }
  const acceptance = toAcceptance(counts.first)
  return {
    filter, found, split: counts.found, acceptance, change: differenceOf(acceptance, toAcceptance(counts.earlier)), second: toAcceptance(counts.second),
    series: once(() => seriesOf(found, span, today)),
    ranking: onceEach((by) => rankBy(first, earlier, by, filter[by])),
    ways: once(() => collectWays(first, tellCampaigns)),
    reasons: once(() => reasonsOf(found)),
    cells: once(() => reasonCells(found, filter.campaign)),
  }
}

function once<T>(count: () => T): () => T {
  const each = onceEach<'', T>(count)
  return () => each('')
}

function onceEach<K, T>(count: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>()
  return (key) => {
    const counted = known.get(key) ?? count(key)
    known.set(key, counted)
    return counted
  }
}
