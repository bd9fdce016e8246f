import { useDeferredValue, useMemo, useState } from 'react'
import { Lightbulb, RefreshCw } from 'lucide-react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { startOfToday } from '@/lib/domain/days'
import { Button } from '@/components/ui/button'
import { useNow } from '@/components/ui/now'
import { ErrorNote } from '@/components/ui/error-note'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { useKnownNames } from '../data/known-names'
import { Problem } from '../data/problem'
import { useMayPublish } from '../data/use-team-role'
import { MakeFinding } from '../findings/make-finding'
import { SavedViews } from '../overview/saved-views'
import { DeskPage } from '../shell/page'
import { setFragmentQuery, useFragmentQuery } from '../shell/route'
import { ExportFeedback } from './export-feedback'
import { FeedbackFilterBar } from './feedback-filter-bar'
import { FeedbackTable } from './feedback-table'
import { feedbackQuery, filterRows, readFeedbackFilter, type FeedbackFilter } from './filter-rows'
import { GroupTable } from './group-table'
import { NoVerdicts } from './no-verdicts'
import { useAllFeedback } from './use-all-feedback'
import { withNames } from './with-names'

/** Every verdict: filter, sort, group with acceptance, export, make a finding of; read the team's back from the CRM. */
export default function FeedbackPage({ state }: { state: DeskState }) {
  const { rows: read, complete, error } = useAllFeedback()
  const query = useFragmentQuery()
  const chosen = useMemo(() => readFeedbackFilter(query), [query])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [making, setMaking] = useState(false)
  const mayPublish = useMayPublish()
  const now = useNow()
  // What takes long is computed behind the click: controls answer at once, the tables follow.
  const names = useKnownNames()
  const named = useMemo(() => withNames(read, names), [read, names])
  const rows = useDeferredValue(named)
  const filter = useDeferredValue(chosen)
  const team = useTell('feedback.read-team', 'feedback.page', 'review.sheets')
  const today = startOfToday(now)
  const shown = useMemo(() => filterRows(rows, filter, today), [rows, filter, today])
  const wider = useUnchanged({ ...filter, verdict: '', reason: '', look: '' as const })
  const compared = useMemo(() => filterRows(rows, wider, today), [rows, wider, today])
  const pick = (next: FeedbackFilter) => setFragmentQuery('feedback', feedbackQuery(next), next.text === chosen.text ? 'new' : 'same')
  const concerned = selected.size > 0 ? shown.filter(({ id }) => selected.has(id)) : shown
  return (
    <DeskPage
      title={i18n.t('desk.page_feedback')}
      lead={i18n.t('feedback.lead')}
      actions={<>
        <Button off={state.connections.length === 0 || team.isPending} onClick={() => team.mutate({})}>
          <RefreshCw aria-hidden size={15} className={team.isPending ? 'animate-spin' : undefined} />{i18n.t('feedback.readTeam')}
        </Button>
        <ExportFeedback rows={shown} forbidden={state.policy.allowExport === false} />
        {mayPublish && <Button off={concerned.length === 0} onClick={() => setMaking(true)}><Lightbulb aria-hidden size={15} />{i18n.t('finding.make')}</Button>}
      </>}
    >
      <Problem of={error ?? team.error} />
      {team.data && <p role="status" className="text-soft">{i18n.t('feedback.readResult', [String(team.data.read), String(team.data.added)])}</p>}
      {team.data?.errors.map(({ org, error: failed }) => <ErrorNote key={org} error={failed} service={org} />)}
      {making && <MakeFinding rows={concerned} concerns={filter} onDone={() => { setMaking(false); setSelected(new Set()) }} />}
      {rows.length === 0 && complete
        ? <NoVerdicts />
        : <>
            <SavedViews page="feedback" query={feedbackQuery(chosen)} />
            <FeedbackFilterBar rows={rows} filter={chosen} onChange={pick} shown={shown.length} complete={complete} />
            <GroupTable rows={compared} filter={filter} onPick={pick} />
            <FeedbackTable rows={shown} selected={selected} onSelect={setSelected} />
          </>}
    </DeskPage>
  )
}

/** The same object as long as it says the same, so that what is made of it is not made again. */
function useUnchanged(filter: FeedbackFilter): FeedbackFilter {
  const text = JSON.stringify(filter)
  return useMemo(() => JSON.parse(text) as FeedbackFilter, [text])
}
