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
import { linkTo, readFragmentQuery, setFragmentQuery, useFragmentQuery } from '../shell/route'
import { CampaignOrigin } from './campaign-origin'
import { FromHub, HubNote } from './from-hub'
import { HandedOver } from './handed-over'
import { Ranking } from './ranking'
import { ReasonsByCampaign, TopReasons, type Cell } from './reasons'
import { ReviewFilterBar } from './review-filter-bar'
import { SavedViews } from './saved-views'
import { Series } from './series'
import { LeadsNote } from './leads-note'
import { onlyFromHub, useHubSummary } from './use-hub-summary'
import { useHandedOver } from './use-handed-over'
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
  const [chosen, by] = useMemo(() => readOverview(query), [query])
  const [cell, setCell] = useState<Cell>()
  const today = startOfToday(useNow())
  // Controls answer at once; what is counted follows.
  const filter = useDeferredValue(chosen)
  const shownBy = useDeferredValue(by)
  const overview = useOverview(rows, filter, today)
  const later = useLater(overview, undefined)
  const handedOver = useHandedOver(rows, filter, today)
  const hub = useHubSummary(shownBy, today, overview)
  const ofCell = useMemo(() => (cell ? overview.found.filter(({ campaigns, reason, verdict }) => campaigns.includes(cell.campaign) && reason === cell.reason && verdict === cell.verdict) : none), [overview, cell])
  const origin = useMemo(() => <CampaignOrigin rows={rows} credit={filter.credit} />, [rows, filter.credit])
  const fromHub = onlyFromHub(hub, data)
  if (error) return <DeskPage title={i18n.t('desk.page_overview')}><Problem of={error} retry={() => void refetch()} /></DeskPage>
  const controls = <>
    <SavedViews page="overview" query={overviewQuery(chosen, by)} />
    <ReviewFilterBar rows={rows} filter={chosen} fallback={byDefault} onChange={showFilter} />
  </>
  return (
    <DeskPage
      title={i18n.t('desk.page_overview')}
      lead={i18n.t('overview.lead')}
      actions={<a className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-edge px-2.5 py-1 font-medium hover:bg-sunken" href={linkTo('review', filterQuery(chosen, byDefault))}><Printer aria-hidden size={15} />{i18n.t('desk.page_review')}</a>}
    >
      {isPending && <p role="status" className="text-soft">{i18n.t('overview.reading')}</p>}
      {data && fromHub && <>
        {controls}
        <FromHub hub={fromHub} filter={filter} compared={{ by: shownBy, onBy: showBy, note: origin }} />
      </>}
      {data?.length === 0 && !fromHub && <>
        {hub && <HubNote hub={hub} />}
        <NoVerdicts />
        <HandedOver of={handedOver} />
      </>}
      {rows.length > 0 && !fromHub && <>
        {controls}
        <p role="status" className="-my-2 text-small text-soft">{i18n.t('feedback.shown', overview.found.length, [numberText(overview.found.length)])}{isFetching && ` ${i18n.t('feedback.loading')}`}</p>
        <LeadsNote filter={filter} />
        {cell && ofCell.length > 0 && <MakeFinding rows={ofCell} concerns={{ ...filter, ...cell }} onDone={() => setCell(undefined)} />}
        {hub && <HubNote hub={hub} />}
        <Whole overview={overview} told={hub?.figures} />
        <HandedOver of={handedOver} />
        <Series overview={overview} />
        <Ranking by={shownBy} onBy={showBy} filter={filter} overview={overview} told={hub?.figures?.ranking}>{origin}</Ranking>
        {later && <TopReasons overview={later} />}
        {later && <ReasonsByCampaign overview={later} onFind={setCell} />}
      </>}
    </DeskPage>
  )
}

function readOverview(query: URLSearchParams): readonly [ReviewFilter, Compared] {
  return [readFilter(query, byDefault), compared.find((one) => one === query.get('by')) ?? 'campaign']
}

function overviewQuery(filter: ReviewFilter, by: Compared): string {
  return [filterQuery(filter, byDefault), by === 'campaign' ? '' : `by=${by}`].filter((part) => part !== '').join('&')
}

function showFilter(filter: ReviewFilter): void {
  setFragmentQuery('overview', overviewQuery(filter, readOverview(readFragmentQuery())[1]))
}

function showBy(by: Compared): void {
  setFragmentQuery('overview', overviewQuery(readOverview(readFragmentQuery())[0], by))
}
