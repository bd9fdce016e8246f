import { verdictValue } from '@/lib/domain/ledger'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { labelKey } from '@/lib/domain/sentence'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Choice, TextBox } from '../shell/field'
import type { FeedbackFilter, GroupKey } from './filter-rows'

interface FilterBarProps { rows: readonly FeedbackRow[]; filter: FeedbackFilter; onChange: (filter: FeedbackFilter) => void; shown: number; complete: boolean }

const groups: GroupKey[] = ['campaign', 'source', 'reason', 'asset', 'persona', 'industry']

export function FeedbackFilterBar({ rows, filter, onChange, shown, complete }: FilterBarProps) {
  const set = (patch: Partial<FeedbackFilter>) => onChange({ ...filter, ...patch })
  const campaigns = distinct(rows.flatMap((row) => row.campaigns))
  const sources = distinct(rows.flatMap((row) => row.source ?? []))
  const reasons = distinct(rows.flatMap((row) => row.reason ?? []))
  return (
    <search className="grid items-center gap-2 sm:grid-cols-2 lg:grid-cols-[1fr_8rem_10rem_10rem_8rem_8rem_10rem]">
      <TextBox type="search" aria-label={i18n.t('feedback.search')} placeholder={i18n.t('feedback.search')} value={filter.text} onChange={(event) => set({ text: event.target.value })} />
      <Choice aria-label={i18n.t('feedback.verdict')} value={filter.verdict} onChange={(event) => set({ verdict: event.target.value })}>
        <option value="">{i18n.t('feedback.allVerdicts')}</option>
        {verdictValue.options.map((verdict) => <option key={verdict} value={verdict}>{message(`verdict.${verdict}`)}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('feedback.reason')} value={filter.reason} onChange={(event) => set({ reason: event.target.value })}>
        <option value="">{i18n.t('feedback.allReasons')}</option>
        {reasons.map((reason) => <option key={reason} value={reason}>{message(labelKey('reason', reason))}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('feedback.campaign')} value={filter.campaign} onChange={(event) => set({ campaign: event.target.value })}>
        <option value="">{i18n.t('feedback.allCampaigns')}</option>
        {campaigns.map((campaign) => <option key={campaign} value={campaign}>{campaign}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('feedback.source')} value={filter.source} onChange={(event) => set({ source: event.target.value })}>
        <option value="">{i18n.t('feedback.allSources')}</option>
        {sources.map((source) => <option key={source} value={source}>{source}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('feedback.period')} value={String(filter.days)} onChange={(event) => set({ days: Number(event.target.value) })}>
        {[0, 30, 90, 365].map((days) => <option key={days} value={days}>{days === 0 ? i18n.t('feedback.always') : i18n.t('feedback.days', days)}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('feedback.group')} value={filter.groupBy} onChange={(event) => set({ groupBy: event.target.value as GroupKey })}>
        {groups.map((group) => <option key={group} value={group}>{message(`feedback.by_${group}`)}</option>)}
      </Choice>
      <p role="status" className="text-small text-soft sm:col-span-2 lg:col-span-7">{i18n.t('feedback.shown', shown)}{!complete && ` ${i18n.t('feedback.loading')}`}</p>
    </search>
  )
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b))
}
