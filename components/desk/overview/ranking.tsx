import { memo, useState, type ReactNode } from 'react'
import { scaleLinear } from '@visx/scale'
import type { Rate } from '@/lib/domain/acceptance'
import type { CampaignBy, CampaignWays as Ways } from '@/lib/domain/influence'
import { rated, type ReviewFilter } from '@/lib/domain/review/filter'
import { compared, type Compared } from '@/lib/domain/review/compared'
import type { Overview } from '@/lib/domain/review/overview'
import type { RankedGroup, Ranking as Counted } from '@/lib/domain/review/ranking'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { CampaignWays } from '../feedback/campaign-ways'
import type { FeedbackFilter } from '../feedback/filter-rows'
import { percentText } from '../feedback/rate-bar'
import { useGroupName } from '../feedback/use-group-name'
import { Card } from '../shell/page'
import { ChangeText } from './change-text'
import { Behind } from './links'
import { useWidth } from './use-width'

const shownAtFirst = 12
const noWays: Ways = new Map()
const nothing: Counted = { ranked: [], early: [], overlaps: false }
/** Room for half of the widest figure of the scale. */
const pad = 18
const tick = { fill: 'var(--soft)', fontSize: 11, fontFamily: 'inherit', textAnchor: 'middle' } as const

interface RankingProps {
  by: Compared
  onBy: (by: Compared) => void
  filter: ReviewFilter
  /** What is counted here. */
  overview?: Overview | undefined
  /** The comparison as the hub tells it, instead. */
  told?: Counted | undefined
  /** What there is to say about campaigns. */
  children: ReactNode
}

/** Dot and interval of each group, best first by the interval's lower end; what is too early to tell stands apart. Chart and table are one. */
export const Ranking = memo(function Ranking({ by, onBy, filter, overview, told, children }: RankingProps) {
  const { ranked, early, overlaps } = told ?? overview?.ranking(by) ?? nothing
  const ways = (by === 'campaign' ? overview?.ways() : undefined) ?? noWays
  const [ref, width] = useWidth<HTMLTableCellElement>(240)
  const [all, setAll] = useState(false)
  const nameOf = useGroupName(by)
  const { verdict: _, reason: __, ...leads } = filter
  // What the hub tells is of verdicts that are not all here.
  const of = (key: string) => (told ? undefined : { ...leads, look: 'first' as const, [by]: key })
  const shown = all ? ranked : ranked.slice(0, shownAtFirst)
  return (
    <Card
      title={i18n.t('overview.ranking')}
      aside={<div role="group" aria-label={i18n.t('feedback.group')} className="flex flex-wrap gap-1">{compared.map((one) => <Chip key={one} pressed={one === by} onClick={() => onBy(one)}>{message(`overview.by_${one}`)}</Chip>)}</div>}
    >
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{i18n.t('overview.rankingCaption', [message(`overview.by_${by}`)])}</caption>
        <thead><tr className="text-small text-soft">
          <th scope="col" className="w-3/5 py-1 pr-3 font-medium sm:w-1/4">{message(`overview.by_${by}`)}</th>
          <th scope="col" ref={ref} className="py-1 font-medium"><span className="sr-only">{i18n.t('overview.plot')}</span>{ranked.length > 0 && <Scale width={width} />}</th>
          <th scope="col" className="hidden w-36 py-1 pl-3 font-medium sm:table-cell">{i18n.t('feedback.acceptanceInterval')}</th>
          <th scope="col" className="hidden w-16 py-1 pl-3 text-right font-medium sm:table-cell"><abbr title={i18n.t('feedback.judged')} className="no-underline">n</abbr></th>
          <th scope="col" className="hidden w-40 py-1 pl-3 font-medium md:table-cell">{i18n.t('overview.change')}</th>
        </tr></thead>
        <tbody>
          {shown.map((group) => <Line key={group.key} name={nameOf(group.key)} ways={ways.get(group.key)} group={group} of={of(group.key)} width={width} bounded={filter.period !== ''} />)}
          {ranked.length === 0 && <tr className="border-t border-line"><td colSpan={5} className="py-2 text-soft">{i18n.t('overview.noneRanked')}</td></tr>}
        </tbody>
      </table>
      {ranked.length > shownAtFirst && <Button look="quiet" className="mt-1 -ml-2.5" onClick={() => setAll(!all)}>{all ? i18n.t('feedback.fewer') : i18n.t('feedback.groupMore', ranked.length - shownAtFirst)}</Button>}
      {early.length > 0 && <Early groups={early} nameOf={nameOf} ways={ways} of={of} />}
      <p className="max-w-4xl pt-3 text-small text-soft">{i18n.t('overview.rankingNote')}{overlaps && by === 'asset' && ` ${i18n.t('overview.overlaps')}`} {by === 'campaign' && children}</p>
    </Card>
  )
})

interface LineProps { name: string; ways: readonly CampaignBy[] | undefined; group: RankedGroup; of: Partial<FeedbackFilter> | undefined; width: number; bounded: boolean }

function Line({ name, ways, group: { key: _, acceptance: { rate }, change }, of, width, bounded }: LineProps) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 pr-3 font-medium">
        <Behind filter={of} className="break-words"><Foreign text={name} max={80} /></Behind><CampaignWays ways={ways} />
        {rate.known && <span className="block text-small font-normal text-soft tabular-nums sm:hidden">{percentText(rate.rate)} ({i18n.t('feedback.between', [percentText(rate.interval.low), percentText(rate.interval.high)])}), <span className="whitespace-nowrap">n {numberText(rate.n)}</span></span>}
        {bounded && <span className="block font-normal md:hidden"><span className={change.known ? 'sr-only' : 'text-small text-soft'}>{i18n.t('overview.change')}: </span><ChangeText change={change} short /></span>}
      </th>
      <td className="py-1"><Dot rate={rate} width={width} /></td>
      <td className="hidden py-1 pl-3 tabular-nums sm:table-cell">{rate.known && <><span className="font-semibold">{percentText(rate.rate)}</span> <span className="text-small text-soft">{i18n.t('feedback.between', [percentText(rate.interval.low), percentText(rate.interval.high)])}</span></>}</td>
      <td className="hidden py-1 pl-3 text-right sm:table-cell"><Behind filter={of && { ...of, verdict: rated }} count={rate.n} /></td>
      <td className="hidden py-1 pl-3 md:table-cell"><ChangeText change={change} bounded={bounded} short /></td>
    </tr>
  )
}

function Scale({ width }: { width: number }) {
  const x = scaleLinear({ domain: [0, 1], range: [pad, width - pad] })
  const ticks = width < 160 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]
  return (
    <svg aria-hidden width={width} height={20} className="block overflow-visible">
      {ticks.map((value) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={16} y2={20} stroke="var(--edge)" />
          <text {...tick} x={x(value)} y={12}>{percentText(value)}</text>
        </g>
      ))}
    </svg>
  )
}

function Dot({ rate, width }: { rate: Rate; width: number }) {
  if (!rate.known) return null
  const x = scaleLinear({ domain: [0, 1], range: [pad, width - pad] })
  const [low, high, at] = [x(rate.interval.low), x(rate.interval.high), x(rate.rate)]
  return (
    <svg aria-hidden width={width} height={22} className="block overflow-visible">
      {[0, 0.25, 0.5, 0.75, 1].map((value) => <line key={value} x1={x(value)} x2={x(value)} y1={0} y2={22} stroke="var(--line)" />)}
      <path d={`M${low} 6V16M${low} 11H${high}M${high} 6V16`} stroke="var(--accent)" strokeWidth={2} fill="none" />
      <circle cx={at} cy={11} r={5} fill="var(--accent)" stroke="var(--paper)" strokeWidth={1.5} />
    </svg>
  )
}

/** Groups with fewer than twenty judged leads: how many more are needed. */
function Early({ groups, nameOf, ways, of }: { groups: readonly RankedGroup[]; nameOf: (key: string) => string; ways: Ways; of: (key: string) => Partial<FeedbackFilter> | undefined }) {
  const [all, setAll] = useState(false)
  return (
    <section aria-label={i18n.t('overview.early')} className="mt-3 rounded-md bg-raised p-3">
      <h3 className="pb-1 text-small font-semibold">{i18n.t('overview.early')}</h3>
      <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {(all ? groups : groups.slice(0, shownAtFirst)).map(({ key, acceptance: { rate } }) => (
          <li key={key} className="flex min-h-6 min-w-0 flex-wrap items-baseline justify-between gap-x-3">
            <span className="flex min-w-0 items-baseline"><Behind filter={of(key)} className="min-w-0 truncate"><Foreign text={nameOf(key)} max={60} /></Behind><CampaignWays ways={ways.get(key)} /></span>
            <span className="shrink-0 text-small text-soft">{!rate.known && i18n.t('overview.needed', rate.needed, [String(rate.needed), String(rate.n)])}</span>
          </li>
        ))}
      </ul>
      {groups.length > shownAtFirst && <Button look="quiet" className="mt-1 -ml-2.5" onClick={() => setAll(!all)}>{all ? i18n.t('feedback.fewer') : i18n.t('feedback.groupMore', groups.length - shownAtFirst)}</Button>}
    </section>
  )
}
