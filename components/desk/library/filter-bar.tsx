import type { Asset } from '@/lib/domain/asset'
import { labelKey } from '@/lib/domain/sentence'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Choice, TextBox } from '../shell/field'
import type { AssetFilter } from './filter-assets'

interface FilterBarProps { assets: readonly Asset[]; filter: AssetFilter; onChange: (filter: AssetFilter) => void; shown: number }

/** Words and facets; only facets some asset has are offered. */
export function FilterBar({ assets, filter, onChange, shown }: FilterBarProps) {
  const kinds = [...new Set(assets.map((asset) => asset.kind))].sort()
  const stages = [...new Set(assets.flatMap((asset) => asset.stages))]
  const set = (patch: Partial<AssetFilter>) => onChange({ ...filter, ...patch })
  return (
    <search className="grid items-center gap-2 sm:grid-cols-[1fr_10rem_10rem_10rem_auto]">
      <TextBox type="search" aria-label={i18n.t('library.search')} placeholder={i18n.t('library.search')} value={filter.text} onChange={(event) => set({ text: event.target.value })} />
      <Choice aria-label={i18n.t('library.kind')} value={filter.kind} onChange={(event) => set({ kind: event.target.value })}>
        <option value="">{i18n.t('library.allKinds')}</option>
        {kinds.map((kind) => <option key={kind} value={kind}>{message(labelKey('asset', kind))}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('library.stage')} value={filter.stage} onChange={(event) => set({ stage: event.target.value })}>
        <option value="">{i18n.t('library.allStages')}</option>
        {stages.map((stage) => <option key={stage} value={stage}>{message(labelKey('stage', stage))}</option>)}
      </Choice>
      <Choice aria-label={i18n.t('library.status')} value={filter.status} onChange={(event) => set({ status: event.target.value as AssetFilter['status'] })}>
        {(['current', 'approved', 'draft', 'archived', 'all'] as const).map((status) => <option key={status} value={status}>{message(`library.status_${status}`)}</option>)}
      </Choice>
      <p role="status" className="text-small text-soft">{i18n.t('library.shown', shown)}</p>
    </search>
  )
}
