import { byAcceptance, differenceOf, toAcceptance, type Acceptance, type Difference } from '../acceptance'
import { compared, type Compared } from './compared'
import { spanBefore, type ReviewFilter, type Span } from './filter'
import type { RankedGroup, Ranking } from './ranking'
import type { SummaryAnswer, SummaryAsk } from './summary-ask'

/** Why the summary cannot count what the filter asks for: it knows one grouping at a time, no CRM, and every campaign of a lead. */
export const unanswerables = ['several', 'crm', 'credit', 'many'] as const
export type Unanswerable = (typeof unanswerables)[number]

/** What to ask so that the counts are exactly those of the overview; `ranking` is absent where only the whole can be told. */
export interface SummaryPlan { whole: SummaryAsk; second: SummaryAsk; before?: SummaryAsk | undefined; key: string; ranking?: { now: SummaryAsk; before?: SummaryAsk | undefined; only?: string | undefined } | undefined }

/** Acceptance as the summary tells it: of all leads the filter leaves, of second looks, and compared. */
export interface SummaryFigures { acceptance: Acceptance; change: Difference; second: Acceptance; ranking?: Ranking | undefined }

/**
 * The questions that answer the overview's filter, or why none do. Verdict and reason are no part of it: acceptance looks at all verdicts of the leads chosen.
 */
export function planSummary(filter: ReviewFilter, by: Compared, span: Span): SummaryPlan | { unanswerable: Unanswerable } {
  const unanswerable = whyNot(filter, by)
  if (unanswerable) return { unanswerable }
  const [chosen] = compared.filter((one) => filter[one] !== '')
  const earlier = spanBefore(span)
  const ask = (over: SummaryAsk['by'], looks: SummaryAsk['looks'] = 'first', within: Span = span) => askWithin(within, over, looks)
  const over = chosen ?? 'all'
  // A lead has one source, persona, industry and stage: chosen by it, it stands alone in the comparison by it.
  const alone = chosen !== undefined && chosen === by && chosen !== 'campaign' && chosen !== 'asset'
  return {
    whole: ask(over), second: ask(over, 'second'), before: earlier && ask(over, 'first', earlier), key: chosen ? filter[chosen] : '',
    ranking: chosen === undefined || alone ? { now: ask(by), before: earlier && ask(by, 'first', earlier), only: alone ? filter[by] : undefined } : undefined,
  }
}

function whyNot(filter: ReviewFilter, by: Compared): Unanswerable | undefined {
  const [chosen, ...others] = compared.filter((one) => filter[one] !== '')
  if (filter.crm !== '') return 'crm'
  if (others.length > 0) return 'several'
  return filter.credit !== 'all' && (chosen === 'campaign' || by === 'campaign') ? 'credit' : undefined
}

/** All leads within a span, or by one grouping. */
export function askWithin({ from, to }: Span, by: SummaryAsk['by'] = 'all', looks: SummaryAsk['looks'] = 'first'): SummaryAsk {
  return { by, looks, ...(Number.isFinite(from) ? { since: from } : {}), ...(Number.isFinite(to) ? { until: to } : {}) }
}

/** All questions of a plan, each once. */
export function asksOf({ whole, second, before, ranking }: SummaryPlan): SummaryAsk[] {
  const all = [whole, second, before, ranking?.now, ranking?.before].filter((ask) => ask !== undefined)
  return [...new Map(all.map((ask) => [JSON.stringify(ask), ask])).values()]
}

/** The figures the answers hold; `many` where there are more values than the hub tells at once. */
export function figuresOf({ whole, second, before, key, ranking }: SummaryPlan, answerOf: (ask: SummaryAsk) => SummaryAnswer): SummaryFigures | { unanswerable: Unanswerable } {
  const told = (ask: SummaryAsk | undefined) => (ask ? answerOf(ask) : { groups: [], more: false })
  const one = (ask: SummaryAsk | undefined) => groupOf(told(ask), key)
  const asked = [whole, second, before].map((ask) => one(ask))
  if (asked.includes('many')) return { unanswerable: 'many' }
  const [acceptance = none, looks = none, earlier = none] = asked.map((found) => (found === 'many' || found === undefined ? none : found))
  return { acceptance, change: differenceOf(acceptance, earlier), second: looks, ranking: ranking && rankingOf(told(ranking.now), told(ranking.before), ranking.only, ranking.now.by === 'campaign' || ranking.now.by === 'asset') }
}

const none = toAcceptance({ good: 0, not_yet: 0, wrong: 0, cant_tell: 0 })

function groupOf({ groups, more }: SummaryAnswer, key: string): Acceptance | 'many' | undefined {
  const found = groups.find((group) => group.key === key)
  return found ? toAcceptance(found) : more ? 'many' : undefined
}

function rankingOf(now: SummaryAnswer, before: SummaryAnswer, only: string | undefined, overlaps: boolean): Ranking | undefined {
  if (now.more || before.more) return undefined
  const earlier = new Map(before.groups.map((group) => [group.key, toAcceptance(group)]))
  const groups = now.groups.filter(({ key }) => only === undefined || key === only).map((group): RankedGroup => {
    const [acceptance, known] = [toAcceptance(group), earlier.get(group.key)]
    return { key: group.key, acceptance, change: known ? differenceOf(acceptance, known) : { known: false } }
  }).sort((a, b) => byAcceptance(a.acceptance, b.acceptance) || (a.key < b.key ? -1 : 1))
  return { ranked: groups.filter(({ acceptance }) => acceptance.rate.known), early: groups.filter(({ acceptance }) => !acceptance.rate.known), overlaps }
}
