import { dayAfter, localDay } from '@/lib/domain/days'
import type { Finding } from '@/lib/domain/finding'
import type { Measured } from '@/lib/domain/finding-rules'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'
import { RateBar } from '../feedback/rate-bar'
import { useGroupName } from '../feedback/use-group-name'
import { ChangeText } from '../overview/change-text'
import { Behind } from '../overview/links'

interface BeforeAfterProps { measured: Measured; concerns: Finding['concerns']; changedAt: number }

/** Acceptance before the change and since, each with its interval, and the difference with its own. Its numbers open the verdicts they count. */
export function BeforeAfter({ measured: { before, after, difference, said }, concerns: { campaign = '', source = '', reason = '' }, changedAt }: BeforeAfterProps) {
  const nameOf = useGroupName('reason')
  const periods = { before: `${firstDay}_${dayAfter(changedAt, -1)}`, after: `${localDay(changedAt)}_${localDay(useNow())}` }
  return (
    <table className="mt-3 w-full max-w-2xl text-left">
      <caption className="sr-only">{i18n.t('finding.beforeAfter')}</caption>
      <thead><tr className="text-small text-soft">
        <th scope="col" className="py-1 font-medium"><span className="sr-only">{i18n.t('overview.when')}</span></th>
        <th scope="col" className="py-1 font-medium">{i18n.t('feedback.acceptanceInterval')}</th>
        <th scope="col" className="py-1 pl-3 text-right font-medium">n</th>
        {said && reason && <th scope="col" className="py-1 pl-3 text-right font-medium">{nameOf(reason)}</th>}
      </tr></thead>
      <tbody>
        {([['before', before, said?.before], ['after', after, said?.after]] as const).map(([when, acceptance, times]) => (
          <tr key={when} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-3 font-medium">{i18n.t(`finding.${when}`)}</th>
            <td className="py-1.5"><RateBar rate={acceptance.rate} /></td>
            <td className="py-1.5 pl-3 text-right tabular-nums"><Behind filter={{ campaign, source, look: 'first', period: periods[when] }} count={acceptance.rate.n} /></td>
            {times !== undefined && <td className="py-1.5 pl-3 text-right tabular-nums"><Behind filter={{ campaign, source, reason, look: 'first', period: periods[when] }} count={times} /></td>}
          </tr>
        ))}
      </tbody>
      <tfoot><tr className="border-t border-line"><th scope="row" className="py-1.5 pr-3 font-medium">{i18n.t('overview.change')}</th><td colSpan={3} className="py-1.5"><ChangeText change={difference} /></td></tr></tfoot>
    </table>
  )
}

/** Before there were verdicts. */
const firstDay = '1970-01-01'
