import { useDeferredValue, useMemo, useState } from 'react'
import { Printer } from 'lucide-react'
import { startOfToday } from '@/lib/domain/days'
import { anyVerdict, filterQuery, readFilter, type ReviewFilter } from '@/lib/domain/review/filter'
import { compared, type Compared } from '@/lib/domain/review/compared'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { useNow } from '@/components/ui/now'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { Problem } from '../data/problem'
import { NoVerdicts } from '../feedback/no-verdicts'
import { MakeFinding } from '../findings/make-finding'
import { DeskPage } from '../shell/page'
import { linkTo, setFragmentQuery, useFragmentQuery } from '../shell/route'
import { CampaignOrigin } from './campaign-origin'
import { FromHub, HubNote } from './from-hub'
import { HandedOver } from './handed-over'
import { Ranking } from './ranking'
import { ReasonsByCampaign, TopReasons, type Cell } from './reasons'
import { ReviewFilterBar } from './review-filter-bar'
import { SavedViews } from './saved-views'
import { Series } from './series'
import { onlyFromHub, useHubSummary } from './use-hub-summary'
import { useLater } from './use-later'
import { useOverview } from './use-overview'
import { useReview } from './use-review'
import { Whole } from './whole'

const byDefault: ReviewFilter = { ...anyVerdict, period: '90' }
const none: ReviewRow[] = []

/** What sales said, in numbers: every one of them leads to the verdicts it counts. */
export default function OverviewPage() {
  const query = useFragmentQuery()
  const { data, error, isPending, isFetching, refetch } = useReview()
  // Counting so many is done in pieces, behind whatever the person does meanwhile.
  const rows = useDeferredValue(data, none) ?? none
  const [chosen, by] = useMemo(() => [readFilter(query, byDefault), compared.find((one) => one === query.get('by')) ?? 'campaign'] as const, [query])
  const [cell, setCell] = useState<Cell>()
  const today = startOfToday(useNow())
  // Controls answer at once; what is counted follows.
  const filter = useDeferredValue(chosen)
  const { span, found, leads, first, earlier } = useOverview(rows, filter, today)
  const [shownBy, later] = [useDeferredValue(by), useLater(found, none)]
  const hub = useHubSummary(filter, shownBy, today, first, earlier)
  const own = [filterQuery(chosen, byDefault), by === 'campaign' ? '' : `by=${by}`].filter((part) => part !== '').join('&')
  const show = (next: ReviewFilter, nextBy: Compared = by) => setFragmentQuery('overview', [filterQuery(next, byDefault), nextBy === 'campaign' ? '' : `by=${nextBy}`].filter((part) => part !== '').join('&'))
  const ofCell = useMemo(() => (cell ? found.filter(({ campaigns, reason, verdict }) => campaigns.includes(cell.campaign) && reason === cell.reason.reason && verdict === cell.reason.verdict) : none), [found, cell])
  const fromHub = onlyFromHub(hub, data)
  if (error) return <DeskPage title={i18n.t('desk.page_overview')}><Problem of={error} retry={() => void refetch()} /></DeskPage>
  return (
    <DeskPage
      title={i18n.t('desk.page_overview')}
      lead={i18n.t('overview.lead')}
      actions={<a className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-edge px-2.5 py-1 font-medium hover:bg-sunken" href={linkTo('review', filterQuery(chosen, byDefault))}><Printer aria-hidden size={15} />{i18n.t('desk.page_review')}</a>}
    >
      {isPending && <p role="status" className="text-soft">{i18n.t('overview.reading')}</p>}
      {data && fromHub && <>
        <SavedViews page="overview" query={own} />
        <ReviewFilterBar rows={rows} filter={chosen} fallback={byDefault} onChange={show} />
        <FromHub hub={fromHub} filter={filter} compared={{ by: shownBy, onBy: (next) => show(chosen, next), note: <CampaignOrigin rows={rows} credit={filter.credit} /> }} />
      </>}
      {data?.length === 0 && !fromHub && <>
        {hub && <HubNote hub={hub} />}
        <NoVerdicts />
        <HandedOver rows={rows} filter={filter} today={today} />
      </>}
      {rows.length > 0 && !fromHub && <>
        <SavedViews page="overview" query={own} />
        <ReviewFilterBar rows={rows} filter={chosen} fallback={byDefault} onChange={show} />
        <p role="status" className="-my-2 text-small text-soft">{i18n.t('feedback.shown', found.length, [numberText(found.length)])}{isFetching && ` ${i18n.t('feedback.loading')}`}</p>
        {cell && <MakeFinding rows={ofCell} concerns={{ ...anyVerdict, campaign: cell.campaign, reason: cell.reason.reason }} onDone={() => setCell(undefined)} />}
        {hub && <HubNote hub={hub} />}
        <Whole found={found} leads={leads} first={first} earlier={earlier} filter={filter} told={hub?.figures} />
        <HandedOver rows={rows} filter={filter} today={today} />
        <Series rows={found} span={span} today={today} filter={filter} />
        <Ranking by={shownBy} onBy={(next) => show(chosen, next)} rows={first} earlier={earlier} told={hub?.figures?.ranking} filter={filter}><CampaignOrigin rows={rows} credit={filter.credit} /></Ranking>
        <TopReasons rows={later} filter={filter} />
        <ReasonsByCampaign rows={later} filter={filter} onFind={setCell} />
      </>}
    </DeskPage>
  )
}
