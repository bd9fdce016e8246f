import { useDeferredValue, useMemo, useState } from 'react'
import { RefreshCw } from 'lucide-react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { Button } from '@/components/ui/button'
import { useNow } from '@/components/ui/now'
import { ErrorNote } from '@/components/ui/error-note'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { DeskPage } from '../shell/page'
import { ExportFeedback } from './export-feedback'
import { FeedbackFilterBar } from './feedback-filter-bar'
import { FeedbackTable } from './feedback-table'
import { emptyFeedbackFilter, filterRows, looksOf, type FeedbackFilter } from './filter-rows'
import { GroupTable } from './group-table'
import { useAllFeedback } from './use-all-feedback'

const dayMs = 86_400_000

/** Every verdict: filter, sort, group with acceptance, export; read the team's back from the CRM. */
export default function FeedbackPage({ state }: { state: DeskState }) {
  const { rows: read, complete, error } = useAllFeedback()
  const [chosen, setFilter] = useState(emptyFeedbackFilter)
  const now = useNow()
  // What takes long is computed behind the click: controls answer at once, the tables follow.
  const rows = useDeferredValue(read)
  const filter = useDeferredValue(chosen)
  const team = useTell('feedback.read-team', 'feedback.page')
  const looks = useMemo(() => looksOf(rows), [rows])
  const today = Math.floor(now / dayMs) * dayMs
  const shown = useMemo(() => filterRows(rows, filter, looks, today + dayMs), [rows, filter, looks, today])
  const wider = useUnchanged({ ...filter, verdict: '', reason: '', look: '' as const })
  const compared = useMemo(() => filterRows(rows, wider, looks, today + dayMs), [rows, wider, looks, today])
  return (
    <DeskPage
      title={i18n.t('desk.page_feedback')}
      lead={i18n.t('feedback.lead')}
      actions={<>
        <Button off={state.connections.length === 0 || team.isPending} onClick={() => team.mutate({})}>
          <RefreshCw aria-hidden size={15} className={team.isPending ? 'animate-spin' : undefined} />{i18n.t('feedback.readTeam')}
        </Button>
        <ExportFeedback rows={shown} forbidden={state.policy.allowExport === false} />
      </>}
    >
      <Problem of={error ?? team.error} />
      {team.data && <p role="status" className="text-soft">{i18n.t('feedback.readResult', [String(team.data.read), String(team.data.added)])}</p>}
      {team.data?.errors.map(({ org, error: failed }) => <ErrorNote key={org} error={failed} service={org} />)}
      {rows.length === 0 && complete
        ? <p className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">{i18n.t('feedback.empty')}</p>
        : <>
            <FeedbackFilterBar rows={rows} filter={chosen} onChange={setFilter} shown={shown.length} complete={complete} />
            <GroupTable rows={compared} looks={looks} filter={filter} onPick={setFilter} />
            <FeedbackTable rows={shown} />
          </>}
    </DeskPage>
  )
}

/** The same object as long as it says the same, so that what is made of it is not made again. */
function useUnchanged(filter: FeedbackFilter): FeedbackFilter {
  const text = JSON.stringify(filter)
  return useMemo(() => JSON.parse(text) as FeedbackFilter, [text])
}
