import type { Asset } from '@/lib/domain/asset'
import { labelKey } from '@/lib/domain/sentence'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk } from '../data/ask'
import { Choice, TextBox } from '../shell/field'
import { assetStatuses, type AssetFilter } from './filter-assets'

interface FilterBarProps { assets: readonly Asset[]; filter: AssetFilter; onChange: (filter: AssetFilter) => void; shown: number }

/** Words and facets; only facets some asset has are offered. */
export function FilterBar({ assets, filter, onChange, shown }: FilterBarProps) {
  const kinds = [...new Set(assets.map((asset) => asset.kind))].sort()
  const { data: playbook } = useAsk('playbook.get', {})
  const facets = [
    { name: 'stage' as const, ids: present(assets, 'stages', filter.stage), entries: playbook?.stages, all: i18n.t('library.allStages'), label: i18n.t('library.stage') },
    { name: 'persona' as const, ids: present(assets, 'personas', filter.persona), entries: playbook?.personas, all: i18n.t('library.allPersonas'), label: i18n.t('library.persona') },
    { name: 'industry' as const, ids: present(assets, 'industries', filter.industry), entries: playbook?.industries, all: i18n.t('library.allIndustries'), label: i18n.t('library.industry') },
  ]
  const set = (patch: Partial<AssetFilter>) => onChange({ ...filter, ...patch })
  return (
    <search className="grid grid-cols-2 items-center gap-2 sm:grid-cols-3 lg:grid-cols-[1fr_9rem_9rem_9rem_9rem_9rem]">
      <TextBox type="search" className="col-span-full lg:col-span-1" aria-label={i18n.t('library.search')} placeholder={i18n.t('library.search')} value={filter.text} onChange={(event) => set({ text: event.target.value })} />
      <Choice aria-label={i18n.t('library.kind')} value={filter.kind} onChange={(event) => set({ kind: event.target.value })}>
        <option value="">{i18n.t('library.allKinds')}</option>
        {kinds.map((kind) => <option key={kind} value={kind}>{message(labelKey('asset', kind))}</option>)}
      </Choice>
      {facets.map(({ name, ids, entries, all, label }) => (
        <Choice key={name} aria-label={label} value={filter[name]} onChange={(event) => set({ [name]: event.target.value })}>
          <option value="">{all}</option>
          {ids.map((id) => <option key={id} value={id}>{labelText(name, id, entries)}</option>)}
        </Choice>
      ))}
      <Choice aria-label={i18n.t('library.status')} value={filter.status} onChange={(event) => set({ status: event.target.value as AssetFilter['status'] })}>
        {assetStatuses.map((status) => <option key={status} value={status}>{message(`library.status_${status}`)}</option>)}
      </Choice>
      <p role="status" className="col-span-full text-small text-soft">{i18n.t('library.shown', shown)}</p>
    </search>
  )
}

/** What the assets name, and what is asked for although none does. */
function present(assets: readonly Asset[], field: 'stages' | 'personas' | 'industries', wanted: string): string[] {
  return [...new Set([...assets.flatMap((asset) => asset[field]), ...(wanted === '' ? [] : [wanted])])]
}
