import { memo, useState } from 'react'
import { ExternalLink, Lightbulb } from 'lucide-react'
import type { Overview } from '@/lib/domain/review/overview'
import type { ReasonCount } from '@/lib/domain/review/ranking'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { feedbackQuery } from '../feedback/filter-rows'
import { useGroupName } from '../feedback/use-group-name'
import { Card } from '../shell/page'
import { linkTo } from '../shell/route'
import { Behind } from './links'
import { VerdictMark } from './verdict-mark'

const shownReasons = 10

/** The reasons given most often. */
export const TopReasons = memo(function TopReasons({ overview }: { overview: Overview }) {
  const { filter } = overview
  const reasons = overview.reasons()
  const nameOf = useGroupName('reason')
  const most = reasons[0]?.n ?? 1
  return (
    <Card title={i18n.t('overview.reasons')}>
      {reasons.length === 0 && <p className="text-soft">{i18n.t('overview.noReasons')}</p>}
      <ol className="flex flex-col gap-1.5">
        {reasons.slice(0, shownReasons).map(({ verdict, reason, n }) => (
          <li key={`${verdict} ${reason}`} className="grid grid-cols-[minmax(0,1fr)_3rem] items-center gap-x-3 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_3rem]">
            <span className="flex min-w-0 items-center gap-1.5"><VerdictMark verdict={verdict} /><span className="truncate">{nameOf(reason)}</span><span className="shrink-0 text-small text-faint">{message(`verdict.${verdict}`)}</span></span>
            <span aria-hidden className="order-last col-span-2 h-1.5 rounded-full bg-sunken sm:order-none sm:col-span-1"><span className="block h-full rounded-full bg-accent" style={{ width: `${(n / most) * 100}%` }} /></span>
            <Behind filter={{ ...filter, verdict, reason }} count={n} className="text-right" />
          </li>
        ))}
      </ol>
    </Card>
  )
})

/** A reason in a campaign; how often it was given there depends on the filter. */
export interface Cell extends Pick<ReasonCount, 'verdict' | 'reason'> { campaign: string }
interface CellsProps { overview: Overview; onFind: (cell: Cell) => void }

/** Which reason came up in which campaign; a cell opens its verdicts or becomes a finding. */
export const ReasonsByCampaign = memo(function ReasonsByCampaign({ overview, onFind }: CellsProps) {
  const { filter } = overview
  const { reasons, campaigns, cells } = overview.cells()
  const [chosen, choose] = useState<Cell>()
  const nameOf = useGroupName('reason')
  if (campaigns.length === 0) return null
  const most = Math.max(...cells.flat(), 1)
  const isChosen = (campaign: string, { verdict, reason }: ReasonCount) => chosen?.campaign === campaign && chosen.reason === reason && chosen.verdict === verdict
  const n = cells[reasons.findIndex((reason) => chosen && isChosen(chosen.campaign, reason))]?.[campaigns.indexOf(chosen?.campaign ?? '')] ?? 0
  // Under another filter it may be gone.
  const picked = n > 0 ? chosen : undefined
  return (
    <Card title={i18n.t('overview.cells')}>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={i18n.t('overview.cells')}>
        <table className="text-left">
          <caption className="sr-only">{i18n.t('overview.cellsCaption')}</caption>
          <thead><tr className="align-bottom text-small text-soft">
            <th scope="col" className="py-1 pr-3 font-medium">{i18n.t('feedback.reason')}</th>
            {campaigns.map((campaign) => <th key={campaign} scope="col" className="max-w-32 min-w-20 px-1 py-1 font-medium"><Foreign text={campaign} max={60} /></th>)}
          </tr></thead>
          <tbody>{reasons.map((reason, row) => (
            <tr key={`${reason.verdict} ${reason.reason}`} className="border-t border-line">
              <th scope="row" className="py-0.5 pr-3 font-normal whitespace-nowrap"><span className="flex items-center gap-1.5"><VerdictMark verdict={reason.verdict} />{nameOf(reason.reason)}</span></th>
              {campaigns.map((campaign, column) => {
                const n = cells[row]?.[column] ?? 0
                const pressed = isChosen(campaign, reason)
                return (
                  <td key={campaign} className="px-1 py-0.5">
                    {n === 0 ? <span className="block text-center text-faint">·</span> : (
                      <button
                        type="button" aria-pressed={pressed} onClick={() => choose(pressed ? undefined : { campaign, verdict: reason.verdict, reason: reason.reason })}
                        className={cx('min-h-7 w-full rounded-md border text-center tabular-nums hover:border-accent', pressed ? 'border-accent font-semibold' : 'border-transparent')}
                        style={{ background: `color-mix(in srgb, var(--accent-soft) ${Math.round(30 + (n / most) * 70)}%, var(--paper))` }}
                      >{numberText(n)}</button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}</tbody>
        </table>
      </div>
      <div role="status" className="flex min-h-9 flex-wrap items-center gap-2 pt-2">
        {picked ? <>
          <span className="min-w-0"><Foreign text={picked.campaign} max={60} /> · {nameOf(picked.reason)}: {i18n.t('feedback.shown', n, [numberText(n)])}</span>
          <a className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-edge px-2.5 font-medium hover:bg-sunken" href={linkTo('feedback', feedbackQuery({ ...filter, ...picked }))}>
            <ExternalLink aria-hidden size={15} />{i18n.t('overview.openThem')}
          </a>
          <Button onClick={() => onFind(picked)}><Lightbulb aria-hidden size={15} />{i18n.t('finding.make')}</Button>
        </> : <span className="text-small text-soft">{i18n.t('overview.cellsHint')}</span>}
      </div>
    </Card>
  )
})
