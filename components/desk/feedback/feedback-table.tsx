import { useMemo, useRef, useState } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { namedCampaigns } from '@/lib/domain/judgement'
import { labelKey } from '@/lib/domain/sentence'
import { crmName } from '@/components/ui/crm-name'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { Tag, type Tone } from '@/components/ui/tag'
import { dayText, momentText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useRecordName } from '../data/use-record-name'
import { sortRows, type SortKey, type Sorting } from './sort-rows'
import { useGroupName } from './use-group-name'

const rowHeight = 52
const columns = 'grid grid-cols-[1rem_minmax(0,1fr)_8rem] items-center gap-3 px-3 lg:grid-cols-[1rem_minmax(6rem,1.2fr)_5.5rem_minmax(6rem,1fr)_minmax(5.5rem,1fr)_5rem_5.5rem_4.5rem] lg:gap-2 xl:grid-cols-[1rem_minmax(10rem,1.2fr)_6.5rem_minmax(8rem,1fr)_minmax(8rem,1fr)_8rem_7rem_6rem] xl:gap-3'
const heads: { key: SortKey | 'note' | 'rep'; sortable: boolean }[] = [
  { key: 'record', sortable: true }, { key: 'verdict', sortable: true }, { key: 'note', sortable: false },
  { key: 'campaign', sortable: true }, { key: 'source', sortable: true }, { key: 'rep', sortable: false }, { key: 'date', sortable: true },
]
const tones: Record<FeedbackRow['verdict'], Tone> = { good: 'good', not_yet: 'warn', wrong: 'bad', cant_tell: 'calm' }

interface FeedbackTableProps {
  rows: readonly FeedbackRow[]
  /** Ids of verdicts chosen to make something of. */
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
}

/** One line a verdict, newest first, drawn only where it is looked at. The rep's name stands on the line and nowhere else. */
export function FeedbackTable({ rows, selected, onSelect }: FeedbackTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [sorting, setSorting] = useState<Sorting>({ key: 'date', descending: true })
  const sorted = useMemo(() => sortRows(rows, sorting), [rows, sorting])
  const virtual = useVirtualizer({ count: sorted.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 })
  const sort = (key: SortKey) => setSorting({ key, descending: sorting.key === key ? !sorting.descending : key === 'date' })
  return (
    <div role="table" aria-label={i18n.t('feedback.table')} aria-rowcount={sorted.length + 1} className="overflow-hidden rounded-lg border border-line">
      <div role="row" aria-rowindex={1} className={`${columns} hidden h-9 border-b border-line bg-raised text-small text-soft lg:grid`}>
        <span role="columnheader"><span className="sr-only">{i18n.t('feedback.column_select')}</span></span>
        {heads.map(({ key, sortable }) => (
          <span role="columnheader" key={key} aria-sort={sorting.key === key ? (sorting.descending ? 'descending' : 'ascending') : undefined}>
            {sortable
              ? <button type="button" className="flex items-center gap-1 hover:text-ink" onClick={() => sort(key as SortKey)}>
                  {message(`feedback.column_${key}`)}
                  {sorting.key === key && (sorting.descending ? <ArrowDown aria-hidden size={12} /> : <ArrowUp aria-hidden size={12} />)}
                </button>
              : message(`feedback.column_${key}`)}
          </span>
        ))}
      </div>
      <div ref={scroller} role="rowgroup" tabIndex={0} aria-label={i18n.t('feedback.table')} className="max-h-[65dvh] overflow-y-auto">
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = sorted[item.index]
            return row && (
              <div role="row" aria-rowindex={item.index + 2} key={row.id} className={`${columns} absolute inset-x-0 border-b border-line hover:bg-raised`} style={{ height: rowHeight, top: item.start }}>
                <Cells row={row} selected={selected.has(row.id)} onSelect={() => onSelect(toggled(selected, row.id))} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

function Cells({ row, selected, onSelect }: { row: FeedbackRow; selected: boolean; onSelect: () => void }) {
  const now = useNow()
  const asked = useRecordName(row.ref, row.recordName === undefined && !row.sample)
  const nameOf = useGroupName('reason')
  const name = row.recordName ?? asked?.name
  const company = row.company ?? asked?.company
  const lack = name === undefined && asked?.lack ? message(labelKey('error', asked.lack), [crmName(row.ref.crm)]) : undefined
  const cell = 'hidden min-w-0 truncate lg:block'
  return (
    <>
      <span role="cell">
        <input type="checkbox" checked={selected} aria-label={i18n.t('feedback.select', [name ?? row.ref.id])} className="block size-4 accent-[var(--accent)]" onChange={onSelect} />
      </span>
      <span role="cell" className="min-w-0">
        <a href={row.url} target="_blank" rel="noreferrer" className="block truncate font-medium text-accent-strong underline-offset-2 hover:underline"><Foreign text={name ?? row.ref.id} max={80} /></a>
        <span className="block truncate text-small text-soft" title={lack}>{company ? <Foreign text={company} max={80} /> : lack}<span className="lg:hidden">{(company ?? lack) && ' · '}{dayText(row.at, now)}</span></span>
      </span>
      <span role="cell" className="min-w-0">
        <Tag tone={tones[row.verdict]}>{message(`verdict.${row.verdict}`)}</Tag>
        {row.reason && <span className="block truncate text-small text-soft lg:hidden"><Foreign text={nameOf(row.reason)} max={60} /></span>}
      </span>
      <span role="cell" className={cell} title={row.note}>
        {row.reason && <span className="block truncate"><Foreign text={nameOf(row.reason)} max={60} /></span>}
        {row.note && <span className="block truncate text-small text-soft"><Foreign text={row.note} max={160} /></span>}
      </span>
      <span role="cell" className={cell} title={namedCampaigns(row).map(({ name, by }) => `${name} (${message(`overview.wayShort_${by}`)})`).join(', ')}><Foreign text={row.campaigns.join(', ')} max={100} /></span>
      <span role="cell" className={cell}>{row.source && <Foreign text={row.source} max={40} />}</span>
      <span role="cell" className={cell}>{row.rep && <Foreign text={row.rep} max={40} />}</span>
      <span role="cell" className={`${cell} text-small text-soft`} title={momentText(row.at)}>{dayText(row.at, now)}</span>
    </>
  )
}
