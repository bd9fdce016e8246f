import { useMemo, useState } from 'react'
import { FilePlus2, FileUp } from 'lucide-react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import type { Asset } from '@/lib/domain/asset'
import { Button } from '@/components/ui/button'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'
import { useAsk } from '../data/ask'
import { Problem } from '../data/problem'
import { DeskPage } from '../shell/page'
import { useFragmentQuery } from '../shell/route'
import { AssetForm } from './asset-form'
import { AssetTable } from './asset-table'
import { EmptyLibrary } from './empty-library'
import { ExportMenu } from './export-menu'
import { FilterBar } from './filter-bar'
import { filterAssets, filterFrom } from './filter-assets'
import { ImportWizard } from './import/import-wizard'

/** The repository: find, add, edit, archive, import, export. */
export default function LibraryPage({ state }: { state: DeskState }) {
  const { data: assets, error, refetch } = useAsk('library.list', {})
  const query = useFragmentQuery()
  const [filter, setFilter] = useState(() => filterFrom(query))
  const now = useNow()
  const [editing, setEditing] = useState<Asset | 'new'>()
  const [importing, setImporting] = useState(false)
  const shown = useMemo(() => filterAssets(assets ?? [], filter, now), [assets, filter, now])
  if (error) return <DeskPage title={i18n.t('desk.page_library')}><Problem of={error} retry={() => void refetch()} /></DeskPage>
  if (!assets) return <DeskPage title={i18n.t('desk.page_library')}><div aria-busy="true" /></DeskPage>
  return (
    <DeskPage
      title={i18n.t('desk.page_library')}
      lead={i18n.t('library.lead')}
      actions={<>
        <Button look="primary" onClick={() => setEditing('new')}><FilePlus2 aria-hidden size={15} />{i18n.t('library.add')}</Button>
        <Button onClick={() => setImporting(true)}><FileUp aria-hidden size={15} />{i18n.t('library.import')}</Button>
        <ExportMenu assets={assets} forbidden={state.policy.allowExport === false} />
      </>}
    >
      {importing && <ImportWizard onDone={() => setImporting(false)} />}
      {editing && <AssetForm key={editing === 'new' ? 'new' : editing.id} asset={editing === 'new' ? undefined : editing} onDone={() => setEditing(undefined)} />}
      {assets.length === 0
        ? !importing && !editing && <EmptyLibrary onImport={() => setImporting(true)} onAdd={() => setEditing('new')} />
        : <>
            <FilterBar assets={assets} filter={filter} onChange={setFilter} shown={shown.length} />
            <AssetTable assets={shown} onEdit={setEditing} />
          </>}
    </DeskPage>
  )
}
