import { useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Archive, BadgeCheck, ExternalLink, Pencil } from 'lucide-react'
import type { Asset } from '@/lib/domain/asset'
import { labelKey } from '@/lib/domain/sentence'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { Tag } from '@/components/ui/tag'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTellAloud } from '../data/ask'
import { useMayEdit } from '../data/use-team-role'
import { useDesk } from '../desk-context'
import { libraryLink } from './library-tabs'
import { needsVerification } from './needs-verification'

const rowHeight = 56
const columns = 'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 px-3 lg:grid-cols-[minmax(0,1fr)_6.5rem_6.5rem_7.5rem_8.5rem]'

/** The list, drawn only where it is looked at, so that tens of thousands scroll. */
export function AssetTable({ assets, onEdit }: { assets: readonly Asset[]; onEdit: (asset: Asset) => void }) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: assets.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 })
  if (assets.length === 0) return <p className="p-6 text-center text-soft">{i18n.t('library.noneMatch')}</p>
  return (
    <div role="table" aria-label={i18n.t('desk.page_library')} aria-rowcount={assets.length + 1} className="overflow-hidden rounded-lg border border-line">
      <div role="row" aria-rowindex={1} className={`${columns} hidden h-9 border-b border-line bg-raised text-small text-soft lg:grid`}>
        {(['title', 'kind', 'status', 'verified', 'actions'] as const).map((name) => <span role="columnheader" key={name} className={name === 'actions' ? 'text-end' : undefined}>{message(`library.column_${name}`)}</span>)}
      </div>
      <div ref={scroller} role="rowgroup" tabIndex={0} aria-label={i18n.t('desk.page_library')} className="max-h-[70dvh] overflow-y-auto">
        <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const asset = assets[item.index]
            return asset && (
              <div role="row" aria-rowindex={item.index + 2} key={asset.id} className={`${columns} absolute inset-x-0 border-b border-line hover:bg-raised`} style={{ height: rowHeight, top: item.start }}>
                <AssetRow asset={asset} onEdit={onEdit} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function AssetRow({ asset, onEdit }: { asset: Asset; onEdit: (asset: Asset) => void }) {
  const { door } = useDesk()
  const now = useNow()
  const archive = useTellAloud('library.archive', 'library.list')
  const verify = useTellAloud('library.verify', 'library.list')
  const mayEdit = useMayEdit()(asset)
  const { url } = asset
  return (
    <>
      <span role="cell" className="min-w-0">
        <a className="line-clamp-2 font-medium hover:underline lg:block lg:truncate" href={libraryLink('asset', { id: asset.id })}><Foreign text={asset.title} max={140} /></a>
        <span className="hidden truncate text-small text-soft lg:block"><Foreign text={asset.abstract || (url ?? '')} max={180} /></span>
      </span>
      <span role="cell" className="hidden text-soft lg:block">{message(labelKey('asset', asset.kind))}</span>
      <span role="cell" className="hidden lg:block">
        <Tag tone={asset.status === 'approved' ? 'good' : 'calm'}>{message(`library.status_${asset.status}`)}</Tag>
        {!asset.shareable && <span className="block text-tiny text-faint">{i18n.t('library.internal')}</span>}
      </span>
      <span role="cell" className="hidden text-small text-soft lg:block">
        {asset.verifiedAt === undefined ? i18n.t('library.never') : dayText(asset.verifiedAt, now)}
        {needsVerification(asset, now) && <span className="block text-warn">{i18n.t(asset.verifiedAt === undefined ? 'library.dueFirst' : 'library.due')}</span>}
      </span>
      <span role="cell" className="flex justify-end">
        {url && <IconButton icon={ExternalLink} label={i18n.t('library.open', [asset.title])} onClick={() => door.open(url)} />}
        {mayEdit && <IconButton icon={BadgeCheck} label={i18n.t('library.verify', [asset.title])} onClick={() => verify.mutate({ ids: [asset.id] })} />}
        {mayEdit && <IconButton icon={Pencil} label={i18n.t('library.edit', [asset.title])} onClick={() => onEdit(asset)} />}
        {mayEdit && asset.status !== 'archived' && <IconButton icon={Archive} label={i18n.t('library.archive', [asset.title])} onClick={() => archive.mutate({ ids: [asset.id] })} />}
      </span>
    </>
  )
}
