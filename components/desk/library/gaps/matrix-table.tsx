import { CircleDashed } from 'lucide-react'
import type { MatrixCell, MatrixColumn } from '@/lib/domain/library-matrix'
import { cx } from '@/components/ui/cx'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { libraryLink } from '../library-tabs'

interface Named { id: string; label?: string | undefined }
interface MatrixTableProps { rows: readonly (readonly MatrixCell[])[]; by: MatrixColumn; stages: readonly Named[]; columns: readonly Named[] }

/** A real table: a row a stage, a column a persona or industry; a gap says so in words, by a dashed edge and by its sign. */
export function MatrixTable({ rows, by, stages, columns }: MatrixTableProps) {
  return (
    <div role="region" aria-label={i18n.t('library.tab_gaps')} tabIndex={0} className="overflow-x-auto rounded-lg border border-line">
      <table className="w-full border-separate border-spacing-1 text-left">
        <caption className="sr-only">{i18n.t('gaps.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 min-w-24 bg-paper px-2 py-1 text-small font-medium text-soft">{i18n.t('library.stage')}</th>
            {columns.map((column) => <th key={column.id} scope="col" className="min-w-36 px-2 py-1 text-small font-medium text-soft">{labelText(by, column.id, columns)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={stages[row]?.id}>
              <th scope="row" className="sticky left-0 z-10 bg-paper px-2 py-1 font-medium">{labelText('stage', stages[row]?.id ?? '', stages)}</th>
              {cells.map((cell) => <td key={cell.column} className="h-px p-0 align-top"><Cell cell={cell} by={by} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell: { stage, column, assets, sends, opened, requests, gap }, by }: { cell: MatrixCell; by: MatrixColumn }) {
  const wanted = { stage, [by]: column }
  return (
    <div className={cx('flex h-full flex-col gap-0.5 rounded-md border px-2 py-1.5', gap ? 'border-dashed border-edge' : 'border-transparent bg-raised')}>
      {gap
        ? <a className="flex min-h-6 items-center gap-1 font-medium hover:underline" href={libraryLink('assets', wanted)}><CircleDashed aria-hidden size={14} className="shrink-0 text-warn" />{i18n.t('gaps.none')}</a>
        : <>
            <a className="flex min-h-6 items-center font-medium hover:underline" href={libraryLink('assets', { ...wanted, status: 'usable' })}>{i18n.t('gaps.assets', assets)}</a>
            <span className="text-small text-soft tabular-nums">{message('gaps.used', [numberText(sends), numberText(opened)])}</span>
          </>}
      {requests > 0 && <a className="inline-flex min-h-6 items-center self-start rounded-sm bg-warn-soft px-1.5 text-small font-medium text-warn hover:underline" href={libraryLink('requests', wanted)}>{i18n.t('gaps.requests', requests)}</a>}
    </div>
  )
}
