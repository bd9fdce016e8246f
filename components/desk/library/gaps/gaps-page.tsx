import { useMemo, useState } from 'react'
import { libraryMatrix, matrixColumns, type MatrixColumn } from '@/lib/domain/library-matrix'
import { Chip } from '@/components/ui/chip'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { DeskPage } from '../../shell/page'
import { setFragmentQuery, useFragmentQuery } from '../../shell/route'
import { libraryLink } from '../library-tabs'
import { MatrixTable } from './matrix-table'

const hour = 3_600_000

/** Stage by persona or industry: what there is, what is done with it, and what is asked for where there is nothing. */
export default function GapsPage() {
  const now = Math.floor(useNow() / hour) * hour
  const query = useFragmentQuery()
  const [by, setBy] = useState<MatrixColumn>(matrixColumns.find((column) => column === query.get('by')) ?? 'persona')
  const { data: assets, error, refetch } = useAsk('library.list', {})
  const { data: figures } = useAsk('library.figures', {})
  const { data: requests } = useAsk('requests.list', {})
  const { data: playbook } = useAsk('playbook.get', {})
  const columns = playbook && (by === 'persona' ? playbook.personas : playbook.industries)
  const rows = useMemo(() => (
    assets && playbook && columns
      ? libraryMatrix({ assets, figures: figures ?? {}, needs: requests?.needs ?? [], by, stages: playbook.stages.map(({ id }) => id), columns: columns.map(({ id }) => id), now })
      : []
  ), [assets, figures, requests, playbook, columns, by, now])
  const nothing = assets?.length === 0 && requests?.needs.length === 0
  const choose = (column: MatrixColumn) => {
    setBy(column)
    setFragmentQuery('library', new URLSearchParams({ tab: 'gaps', by: column }).toString(), 'same')
  }
  return (
    <DeskPage
      title={i18n.t('library.tab_gaps')}
      lead={i18n.t('gaps.lead')}
      actions={(
        <div role="group" aria-label={i18n.t('gaps.columns')} className="flex gap-1">
          {matrixColumns.map((column) => <Chip key={column} pressed={by === column} onClick={() => choose(column)}>{message(`gaps.by_${column}`)}</Chip>)}
        </div>
      )}
    >
      <Problem of={error} retry={() => void refetch()} />
      {nothing && (
        <div className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">
          <p>{i18n.t('library.emptyTitle')}</p>
          <p className="pt-2"><a className="text-accent-strong underline" href={libraryLink('assets')}>{i18n.t('library.tab_assets')}</a> · <a className="text-accent-strong underline" href={libraryLink('sources')}>{i18n.t('library.tab_sources')}</a></p>
        </div>
      )}
      {!nothing && playbook && columns && rows.length > 0 && <MatrixTable rows={rows} by={by} stages={playbook.stages} columns={columns} />}
      {!nothing && <p className="max-w-2xl text-small text-soft">{i18n.t('gaps.caption')}</p>}
    </DeskPage>
  )
}
