import { memo } from 'react'
import { verdictValue } from '@/lib/domain/ledger'
import type { ReviewFilter } from '@/lib/domain/review/filter'
import type { Overview } from '@/lib/domain/review/overview'
import type { SeriesPart } from '@/lib/domain/review/series'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { feedbackQuery } from '../feedback/filter-rows'
import { Card } from '../shell/page'
import { linkTo } from '../shell/route'
import { Behind } from './links'
import { SeriesChart, totalOf, usePartName } from './series-chart'
import { ShownAs } from './shown-as'
import { VerdictMark } from './verdict-mark'

/** When which verdicts were given, as columns and as a table. */
export const Series = memo(function Series({ overview: { filter, series } }: { overview: Overview }) {
  const parts = series()
  const nameOf = usePartName()
  const during = ({ from, last }: SeriesPart): ReviewFilter => ({ ...filter, period: `${from}_${last}` })
  if (parts.length === 0) return <Card title={i18n.t('overview.series')}><p className="text-soft">{i18n.t('overview.noneFound')}</p></Card>
  return (
    <ShownAs
      title={i18n.t('overview.series')}
      chart={<>
        <SeriesChart parts={parts} onPick={(part) => { location.hash = linkTo('feedback', feedbackQuery(during(part))) }} />
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-2 text-small text-soft">
          {verdictValue.options.map((verdict) => <li key={verdict} className="flex items-center gap-1.5"><VerdictMark verdict={verdict} />{message(`verdict.${verdict}`)}</li>)}
        </ul>
      </>}
      table={
        <table className="w-full text-left">
          <caption className="sr-only">{i18n.t('overview.series')}</caption>
          <thead><tr className="text-small text-soft">
            <th scope="col" className="py-1 pr-3 font-medium">{i18n.t('overview.when')}</th>
            {verdictValue.options.map((verdict) => <th key={verdict} scope="col" className="px-2 py-1 text-right font-medium whitespace-nowrap">{message(`verdict.${verdict}`)}</th>)}
            <th scope="col" className="py-1 pl-2 text-right font-medium">{i18n.t('overview.total')}</th>
          </tr></thead>
          <tbody>{parts.map((part) => (
            <tr key={part.from} className="border-t border-line">
              <th scope="row" className="py-1 pr-3 font-normal whitespace-nowrap">{nameOf(part)}</th>
              {verdictValue.options.map((verdict) => <td key={verdict} className="px-2 py-1 text-right"><Behind filter={{ ...during(part), verdict }} count={part.counts[verdict]} /></td>)}
              <td className="py-1 pl-2 text-right"><Behind filter={during(part)} count={totalOf(part)} /></td>
            </tr>
          ))}</tbody>
        </table>
      }
    />
  )
})
