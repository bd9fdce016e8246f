import { memo, useMemo, useRef } from 'react'
import { attributions } from '@/lib/domain/hand-overs/attribution'
import { crm } from '@/lib/domain/record-ref'
import { eachKey, groupings, type Grouping } from '@/lib/domain/acceptance-groups'
import { verdictValue } from '@/lib/domain/ledger'
import { rated, type ReviewFilter } from '@/lib/domain/review/filter'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { Button } from '@/components/ui/button'
import { crmName } from '@/components/ui/crm-name'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useGroupName } from '../feedback/use-group-name'
import { Choice } from '../shell/field'
import { PeriodChoice } from './period-choice'

interface Props { rows: readonly ReviewRow[]; filter: ReviewFilter; fallback: ReviewFilter; onChange: (filter: ReviewFilter) => void }

/** Everything one can look at apart: only values some verdict has are offered, and never who gave it. */
export function ReviewFilterBar({ rows, filter, fallback, onChange }: Props) {
  const set = (patch: Partial<ReviewFilter>) => onChange({ ...filter, ...patch })
  const values = useMemo(() => valuesOf(rows), [rows])
  const bar = useRef<HTMLElement>(null)
  const clear = () => {
    onChange(fallback)
    // The button is gone then.
    bar.current?.focus()
  }
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(fallback)
  return (
    <search ref={bar} tabIndex={-1} className="grid grid-cols-2 items-center gap-2 outline-none sm:grid-cols-3 lg:grid-cols-6">
      <PeriodChoice value={filter.period} onChange={(period) => set({ period })} />
      {(['campaign', 'source'] as const).map((by) => <Of key={by} by={by} values={values[by]} value={filter[by]} onChange={(value) => set({ [by]: value })} />)}
      <Choice aria-label={i18n.t('feedback.verdict')} value={filter.verdict} onChange={(event) => set({ verdict: event.target.value })}>
        <option value="">{i18n.t('feedback.allVerdicts')}</option>
        {verdictValue.options.map((verdict) => <option key={verdict} value={verdict}>{message(`verdict.${verdict}`)}</option>)}
        <option value={rated}>{i18n.t('overview.rated')}</option>
      </Choice>
      {(['reason', 'asset', 'persona', 'industry', 'stage'] as const).map((by) => <Of key={by} by={by} values={values[by]} value={filter[by]} onChange={(value) => set({ [by]: value })} />)}
      <Choice aria-label={i18n.t('overview.crm')} value={filter.crm} onChange={(event) => set({ crm: event.target.value })}>
        <option value="">{i18n.t('overview.anyCrm')}</option>
        {crm.options.map((one) => <option key={one} value={one}>{crmName(one)}</option>)}
      </Choice>
      <div className="col-span-2"><Choice aria-label={i18n.t('overview.credit')} value={filter.credit} onChange={(event) => set({ credit: attributions.find((one) => one === event.target.value) ?? 'all' })}>
        {attributions.map((credit) => <option key={credit} value={credit}>{message(`overview.credit_${credit}`)}</option>)}
      </Choice></div>
      {isFiltered && <Button look="quiet" className="-ml-2.5 justify-self-start" onClick={clear}>{i18n.t('feedback.clear')}</Button>}
    </search>
  )
}

function Of({ by, values, value, onChange }: { by: Grouping; values: readonly string[]; value: string; onChange: (value: string) => void }) {
  const nameOf = useGroupName(by)
  return (
    <Choice aria-label={message(`overview.by_${by}`)} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{message(`overview.any_${by}`)}</option>
      {value !== '' && !values.includes(value) && <option value={value}>{nameOf(value)}</option>}
      <Options values={values} nameOf={nameOf} />
    </Choice>
  )
}

/** Hundreds of them, drawn anew only where one has changed. */
const Options = memo(function Options({ values, nameOf }: { values: readonly string[]; nameOf: (value: string) => string }) {
  return values.map((value) => <option key={value} value={value}>{nameOf(value)}</option>)
})

/** What the verdicts have of each kind, all looked at once. */
function valuesOf(rows: readonly ReviewRow[]): Record<Grouping, string[]> {
  const found = groupings.map((by) => [by, new Set<string>()] as const)
  for (const row of rows) for (const [by, values] of found) eachKey(row, by, (value) => void values.add(value))
  const { compare } = new Intl.Collator()
  return Object.fromEntries(found.map(([by, values]) => [by, [...values].sort(compare)])) as Record<Grouping, string[]>
}
