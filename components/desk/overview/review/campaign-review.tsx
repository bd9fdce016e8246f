import { useDeferredValue, useMemo } from 'react'
import { useIsFetching } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { startOfToday } from '@/lib/domain/days'
import { anyVerdict, filterQuery, readFilter, type ReviewFilter } from '@/lib/domain/review/filter'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { Button } from '@/components/ui/button'
import { useNow } from '@/components/ui/now'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { Problem } from '../../data/problem'
import { DeskPage } from '../../shell/page'
import { setFragmentQuery, useFragmentQuery } from '../../shell/route'
import { acrossPaper, onPaper } from '../paper'
import { CampaignOrigin } from '../campaign-origin'
import { FromHub, HubNote } from '../from-hub'
import { HandedOver } from '../handed-over'
import { ReviewFilterBar } from '../review-filter-bar'
import { periodText } from '../period-text'
import { LeadsNote } from '../leads-note'
import { onlyFromHub, useHubSummary } from '../use-hub-summary'
import { useHandedOver } from '../use-handed-over'
import { useOverview } from '../use-overview'
import { useReview } from '../use-review'
import { Whole } from '../whole'
import { FilterText } from './filter-text'
import { OpenFindings } from './open-findings'
import { ReasonQuotes } from './reason-quotes'
import { WhoDoesWhat } from './who-does-what'

const byDefault: ReviewFilter = { ...anyVerdict, period: '90' }
const none: ReviewRow[] = []

/** One page for the meeting of both teams: what was handed over, what came of it, why not, and what happens next. Made to be printed. */
export default function CampaignReview() {
  const query = useFragmentQuery()
  const chosen = useMemo(() => readFilter(query, byDefault), [query])
  // Controls answer at once; what is counted follows.
  const filter = useDeferredValue(chosen)
  const { data, whole, error, refetch } = useReview()
  // What is printed is of all verdicts or of none.
  const rows = useDeferredValue(whole ?? none, none)
  const isCounted = rows !== none
  const now = useNow()
  const today = startOfToday(now)
  const overview = useOverview(rows, filter, today)
  const hub = useHubSummary('campaign', today, overview)
  const fromHub = onlyFromHub(hub, data)
  const handedOver = useHandedOver(rows, filter, today)
  // Quotes, findings and names are on the paper, too.
  const isRead = useIsFetching() === 0
  const isReady = isRead && (fromHub !== undefined || (isCounted && handedOver.isCounted))
  return (
    <DeskPage
      title={filter.campaign === '' ? i18n.t('desk.page_review') : i18n.t('overview.reviewOf', [filter.campaign])}
      lead={i18n.t('overview.reviewLead', [periodText(filter.period), dayText(now, now)])}
      actions={<Button look="primary" off={!isReady} onClick={() => print()}><Printer aria-hidden size={15} />{i18n.t('overview.print')}</Button>}
    >
      <FilterText filter={filter} />
      <Problem of={error} retry={() => void refetch()} />
      {!isCounted && !error && <p role="status" className="text-soft">{i18n.t('overview.reading')}</p>}
      <div className="print:hidden"><ReviewFilterBar rows={rows} filter={chosen} fallback={byDefault} onChange={(next) => setFragmentQuery('review', filterQuery(next, byDefault))} /></div>
      <div className={`flex flex-col gap-5 ${onPaper}`}>
        {fromHub && <div className={`flex flex-col gap-3 ${acrossPaper}`}><FromHub hub={fromHub} filter={filter} /></div>}
        {!fromHub && isCounted && <>
          <div className={`flex flex-col gap-3 ${acrossPaper}`}>
            <LeadsNote filter={filter} />
            {hub && <HubNote hub={hub} />}
            <Whole overview={overview} told={hub?.figures} />
          </div>
          <HandedOver of={handedOver} brief />
          <ReasonQuotes overview={overview} />
        </>}
        <OpenFindings campaign={filter.campaign} />
        <div className={acrossPaper}><WhoDoesWhat /></div>
        <p className={`text-small text-soft ${acrossPaper}`}><CampaignOrigin rows={overview.found} credit={filter.credit} /></p>
      </div>
    </DeskPage>
  )
}
