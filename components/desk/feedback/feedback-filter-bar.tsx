import { useMemo } from 'react'
import { X } from 'lucide-react'
import { groupings, type Grouping } from '@/lib/domain/acceptance-groups'
import { verdictValue } from '@/lib/domain/ledger'
import { rated } from '@/lib/domain/review/filter'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { Button } from '@/components/ui/button'
import { crmName } from '@/components/ui/crm-name'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { Choice, TextBox } from '../shell/field'
import { PeriodChoice } from '../overview/period-choice'
import { emptyFeedbackFilter, type FeedbackFilter } from './filter-rows'
import { useGroupName } from './use-group-name'

interface FilterBarProps { rows: readonly FeedbackRow[]; filter: FeedbackFilter; onChange: (filter: FeedbackFilter) => void; shown: number; complete: boolean }

/** Words, choices and what the acceptance table was clicked for; only values some verdict has are offered. */
export function FeedbackFilterBar({ rows, filter, onChange, shown, complete }: FilterBarProps) {
  const set = (patch: Partial<FeedbackFilter>) => onChange({ ...filter, ...patch })
  const campaigns = useMemo(() => distinct(rows, (row) => row.campaigns, filter.campaign), [rows, filter.campaign])
  const sources = useMemo(() => distinct(rows, (row) => (row.source ? [row.source] : []), filter.source), [rows, filter.source])
  const reasons = useMemo(() => distinct(rows, (row) => (row.reason ? [row.reason] : []), filter.reason), [rows, filter.reason])
  const reasonName = useGroupName('reason')
  const isFiltered = JSON.stringify({ ...filter, groupBy: '' }) !== JSON.stringify({ ...emptyFeedbackFilter, groupBy: '' })
  return (
    <search className="grid grid-cols-2 items-center gap-2 sm:grid-cols-3 lg:grid-cols-6">
      <TextBox type="search" className="col-span-full" aria-label={i18n.t('feedback.search')} placeholder={i18n.t('feedback.search')} value={filter.text} onChange={(event) => set({ text: event.target.value })} />
      <Choice aria-label={i18n.t('feedback.verdict')} value={filter.verdict} onChange={(event) => set({ verdict: event.target.value })}>
        <option value="">{i18n.t('feedback.allVerdicts')}</option>
        {verdictValue.options.map((verdict) => <option key={verdict} value={verdict}>{message(`verdict.${verdict}`)}</option>)}
        <option value={rated}>{i18n.t('overview.rated')}</option>
      </Choice>
      <Choice aria-label={i18n.t('feedback.reason')} value={filter.reason} onChange={(event) => set({ reason: event.target.value })}>
        <option value="">{i18n.t('feedback.allReasons')}</option>
        {reasons.map((reason) => <option key={reason} value={reason}>{reasonName(reason)}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('feedback.campaign')} value={filter.campaign} onChange={(event) => set({ campaign: event.target.value })}>
        <option value="">{i18n.t('feedback.allCampaigns')}</option>
        {campaigns.map((campaign) => <option key={campaign} value={campaign}>{campaign}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('feedback.source')} value={filter.source} onChange={(event) => set({ source: event.target.value })}>
        <option value="">{i18n.t('feedback.allSources')}</option>
        {sources.map((source) => <option key={source} value={source}>{source}</option>)}
      </Choice>
      <PeriodChoice value={filter.period} onChange={(period) => set({ period })} />
      <Choice aria-label={i18n.t('feedback.group')} value={filter.groupBy} onChange={(event) => set({ groupBy: event.target.value as Grouping })}>
        {groupings.map((group) => <option key={group} value={group}>{message(`feedback.by_${group}`)}</option>)}
      </Choice>
      <div className="col-span-full flex min-h-7 flex-wrap items-center gap-2">
        <p role="status" className="text-small text-soft">{i18n.t('feedback.shown', shown, [numberText(shown)])}{!complete && ` ${i18n.t('feedback.loading')}`}</p>
        {(['asset', 'persona', 'industry', 'stage'] as const).map((by) => filter[by] !== '' && <Picked key={by} by={by} value={filter[by]} onClear={() => set({ [by]: '' })} />)}
        {filter.crm !== '' && <Chosen onClear={() => set({ crm: '' })}>{crmName(filter.crm === 'hubspot' ? 'hubspot' : 'salesforce')}</Chosen>}
        {filter.credit !== 'all' && <Chosen onClear={() => set({ credit: 'all' })}>{message(`overview.credit_${filter.credit}`)}</Chosen>}
        {filter.look !== '' && <Chosen onClear={() => set({ look: '' })}>{message(`feedback.look_${filter.look}`)}</Chosen>}
        {isFiltered && <Button look="quiet" onClick={() => onChange({ ...emptyFeedbackFilter, groupBy: filter.groupBy })}>{i18n.t('feedback.clear')}</Button>}
      </div>
    </search>
  )
}

function Picked({ by, value, onClear }: { by: Grouping; value: string; onClear: () => void }) {
  const nameOf = useGroupName(by)
  return <Chosen onClear={onClear}><Foreign text={nameOf(value)} max={60} /></Chosen>
}

/** A part of the filter that was clicked elsewhere; a click takes it away. */
function Chosen({ children, onClear }: { children: React.ReactNode; onClear: () => void }) {
  return (
    <button type="button" onClick={onClear} title={i18n.t('feedback.clearOne')} className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-full border border-accent bg-accent-soft px-2.5 text-small font-medium text-accent-strong">
      {children}<X aria-hidden size={12} className="shrink-0" />
    </button>
  )
}

/** What the verdicts have, and what is chosen although none has it. */
function distinct(rows: readonly FeedbackRow[], values: (row: FeedbackRow) => readonly string[], chosen: string): string[] {
  const found = new Set<string>(chosen === '' ? [] : [chosen])
  for (const row of rows) for (const value of values(row)) found.add(value)
  return [...found].sort(new Intl.Collator().compare)
}
