import { startOfDay } from '../days'
import { attributions, credited, type Attribution } from '../hand-overs/attribution'
import type { Judgement, LookAt } from '../judgement'
import { verdictValue } from '../ledger'
import { crm } from '../record-ref'
import type { ReviewRow } from './sheet'

/** What verdicts are filtered by; empty is any. Leads are measured and not people: who judged is nothing to filter by. */
export interface ReviewFilter {
  /** Empty for always, so many days back, or two days with `_` between, both included. */
  period: string
  campaign: string
  source: string
  /** One of the four, or `rated`. */
  verdict: string
  reason: string
  asset: string
  persona: string
  industry: string
  stage: string
  crm: string
  /** Which of a lead's campaigns count: all before the verdict, the first, or the last. */
  credit: Attribution
}

export const anyVerdict: ReviewFilter = {
  period: '', campaign: '', source: '', verdict: '', reason: '', asset: '', persona: '', industry: '', stage: '', crm: '', credit: 'all',
}
/** The verdicts acceptance rests on: all but Can't tell. */
export const rated = 'rated'

const names = Object.keys(anyVerdict) as (keyof ReviewFilter)[]
const longest = 200

/** Moments in epoch milliseconds, `to` excluded; ends that are open are infinite. */
export interface Span { from: number; to: number }

const dayMs = 86_400_000
const soManyDays = /^[1-9]\d{0,4}$/
const twoDays = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/

function isPeriod(text: string): boolean {
  const [, from, to] = twoDays.exec(text) ?? []
  return text === '' || soManyDays.test(text) || (from !== undefined && to !== undefined && startOfDay(from) !== undefined && startOfDay(to) !== undefined)
}

/** The period in days of the reader's own calendar: today is the last of "90 days". What is no period is always. */
export function spanOf(period: string, now: number): Span {
  const [, from = '', to = ''] = twoDays.exec(period) ?? []
  if (from !== '') return { from: startOfDay(from) ?? -Infinity, to: startOfNext(startOfDay(to) ?? Infinity) }
  if (!soManyDays.test(period)) return { from: -Infinity, to: Infinity }
  const today = new Date(now)
  return { from: new Date(today.getFullYear(), today.getMonth(), today.getDate() - Number(period) + 1).getTime(), to: startOfNext(now) }
}

/** As many days of the calendar, just before; `undefined` where the period has no beginning. */
export function spanBefore({ from, to }: Span): Span | undefined {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined
  const start = new Date(from)
  return { from: new Date(start.getFullYear(), start.getMonth(), start.getDate() - Math.round((to - from) / dayMs)).getTime(), to: from }
}

function startOfNext(at: number): number {
  if (!Number.isFinite(at)) return at
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
}

/** The filter an address's fragment holds; what it does not know is left out. */
export function readFilter(query: URLSearchParams, fallback = anyVerdict): ReviewFilter {
  const filter: Record<string, string> = { ...fallback }
  for (const name of names) {
    const value = query.get(name)
    if (value !== null && value.length <= longest) filter[name] = value
  }
  const oneOf = <T extends string>(known: readonly T[], name: keyof ReviewFilter) => known.find((one) => one === filter[name])
  const period = isPeriod(filter['period'] ?? '') ? {} : { period: '' }
  return { ...fallback, ...filter, ...period, verdict: oneOf([...verdictValue.options, rated], 'verdict') ?? '', crm: oneOf(crm.options, 'crm') ?? '', credit: oneOf(attributions, 'credit') ?? 'all' }
}

/** The filter as the part of an address, without what is as in `fallback`. */
export function filterQuery(filter: Partial<ReviewFilter>, fallback = anyVerdict): string {
  return new URLSearchParams(names.flatMap((name) => (filter[name] === undefined || filter[name] === fallback[name] ? [] : [[name, filter[name]]]))).toString()
}

/** Rows whose only campaigns are those that get the credit. */
export function withCredit<T extends Pick<Judgement, 'campaigns' | 'campaignsBy' | 'onlyFirstDated'>>(rows: readonly T[], credit: Attribution): readonly T[] {
  if (credit === 'all') return rows
  return rows.map((row) => {
    const { campaigns, campaignsBy, onlyFirstDated } = row
    return campaigns.length < 2 ? row : { ...row, campaigns: credited(campaigns, credit, onlyFirstDated), campaignsBy: campaignsBy && credited(campaignsBy, credit, onlyFirstDated) }
  })
}

/** Rows that meet every part of the filter within the span; the credit is given before (`withCredit`). */
export function filterReview<T extends ReviewRow>(rows: readonly T[], filter: ReviewFilter, { from, to }: Span, look?: LookAt): T[] {
  return rows.filter((row) => row.at >= from && row.at < to && (look === undefined || row.look === look) && saysSo(row, filter) && isOfLeads(row, filter))
}

/** Whether a verdict is the one, for the reason, that the filter wants. */
export function saysSo(row: ReviewRow, { verdict, reason }: ReviewFilter): boolean {
  return (verdict === '' || row.verdict === verdict || (verdict === rated && row.verdict !== 'cant_tell')) && (reason === '' || row.reason === reason)
}

/** Whether a verdict is about one of the leads the filter wants, whatever it says of it; the credit is given before (`withCredit`). */
export function isOfLeads(row: ReviewRow, { campaign, source, asset, persona, industry, stage, crm }: ReviewFilter): boolean {
  return (source === '' || row.source === source) && (persona === '' || row.persona === persona) && (industry === '' || row.industry === industry)
    && (stage === '' || row.stage === stage) && (crm === '' || row.ref.crm === crm) && (campaign === '' || row.campaigns.includes(campaign)) && (asset === '' || row.assets.includes(asset))
}
