import { useState } from 'react'
import { Archive, BadgeCheck, ExternalLink, Pencil } from 'lucide-react'
import { noFigures } from '@/lib/domain/asset-figures'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { useMayEdit } from '../../data/use-team-role'
import { useDesk } from '../../desk-context'
import { DeskPage } from '../../shell/page'
import { AssetForm } from '../asset-form'
import { libraryLink } from '../library-tabs'
import { AssetFacts } from './asset-facts'
import { AssetFigures } from './asset-figures'

/** One asset: what it is, who vouches for it, and what became of it. */
export default function AssetPage({ id }: { id: string }) {
  const { door } = useDesk()
  const { data: assets, error, refetch } = useAsk('library.list', {})
  const { data: figures, error: failed } = useAsk('library.figures', {})
  const { data: openings, error: uncounted } = useAsk('team.openings', { assetId: id })
  const verify = useTell('library.verify', 'library.list')
  const archive = useTell('library.archive', 'library.list')
  const mayEdit = useMayEdit()
  const [editing, setEditing] = useState(false)
  const asset = assets?.find((each) => each.id === id)
  if (error) return <DeskPage title={i18n.t('desk.page_library')}><Problem of={error} retry={() => void refetch()} /></DeskPage>
  if (!assets) return <DeskPage title={i18n.t('desk.page_library')}><div aria-busy="true" /></DeskPage>
  if (!asset) {
    return (
      <DeskPage title={i18n.t('desk.page_library')}>
        <p className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">{i18n.t('assetPage.gone')} <a className="text-accent-strong underline" href={libraryLink('assets')}>{i18n.t('assetPage.back')}</a></p>
      </DeskPage>
    )
  }
  const { url } = asset
  return (
    <DeskPage
      title={asset.title}
      lead={message(labelKey('asset', asset.kind))}
      actions={<>
        {url && <Button onClick={() => door.open(url)}><ExternalLink aria-hidden size={15} />{i18n.t('assetPage.open')}</Button>}
        {mayEdit(asset) && <>
          <Button onClick={() => verify.mutate({ ids: [id] })}><BadgeCheck aria-hidden size={15} />{i18n.t('assetPage.verify')}</Button>
          <Button onClick={() => setEditing(true)}><Pencil aria-hidden size={15} />{i18n.t('assetPage.edit')}</Button>
          {asset.status !== 'archived' && <Button look="quiet" onClick={() => archive.mutate({ ids: [id] })}><Archive aria-hidden size={15} />{i18n.t('assetPage.archive')}</Button>}
        </>}
      </>}
    >
      {editing && <AssetForm asset={asset} onDone={() => setEditing(false)} />}
      {asset.abstract && <p className="max-w-2xl"><Foreign text={asset.abstract} max={4000} /></p>}
      <Problem of={verify.error ?? archive.error ?? failed} />
      <Problem of={uncounted} service={i18n.t('team.theHub')} />
      <AssetFigures figures={figures?.[id] ?? noFigures} openings={openings} waiting={!figures && !failed} />
      <AssetFacts asset={asset} />
    </DeskPage>
  )
}
