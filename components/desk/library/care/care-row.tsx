import { Archive, BadgeCheck, ExternalLink } from 'lucide-react'
import type { FiguresByAsset } from '@/lib/domain/asset-figures'
import { worthKeeping, type CareEntry } from '@/lib/domain/care'
import { AssetIcon } from '@/components/ui/asset-icon'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { dayText } from '@/components/ui/when'
import { labelKey } from '@/lib/domain/sentence'
import { i18n } from '#i18n'
import { useTellAloud } from '../../data/ask'
import { useMayEdit } from '../../data/use-team-role'
import { useDesk } from '../../desk-context'
import { libraryLink } from '../library-tabs'

/** One asset, why it is here, and what settles it with one click. */
export function CareRow({ entry, figures }: { entry: CareEntry; figures: FiguresByAsset }) {
  const { door } = useDesk()
  const verify = useTellAloud('library.verify', 'library.list')
  const archive = useTellAloud('library.archive', 'library.list')
  const { asset, topic } = entry
  const mayEdit = useMayEdit()(asset)
  const { url } = asset
  return (
    <li className="flex items-start gap-2 px-3 py-2">
      <span className="pt-0.5"><AssetIcon kind={asset.kind} /></span>
      <div className="min-w-0 flex-1">
        <a className="font-medium hover:underline" href={libraryLink('asset', { id: asset.id })}><Foreign text={asset.title} max={160} /></a>
        <p className="text-small text-soft">
          <Because entry={entry} figures={figures} />
          {asset.owner && <><span aria-hidden> · </span><Foreign text={asset.owner} max={60} /></>}
        </p>
      </div>
      <div className="flex shrink-0">
        {url && <IconButton icon={ExternalLink} label={i18n.t('library.open', [asset.title])} onClick={() => door.open(url)} />}
        {mayEdit && topic !== 'expired' && <IconButton icon={BadgeCheck} label={i18n.t('library.verify', [asset.title])} onClick={() => verify.mutate({ ids: [asset.id] })} />}
        {mayEdit && <IconButton icon={Archive} label={i18n.t('library.archive', [asset.title])} onClick={() => archive.mutate({ ids: [asset.id] })} />}
      </div>
    </li>
  )
}

/** Why the asset is in the list, in one line. */
function Because({ entry: { topic, asset, at, n, same = [] }, figures }: { entry: CareEntry; figures: FiguresByAsset }) {
  const now = useNow()
  if (topic === 'unopened') return i18n.t('care.unopened', n ?? 0)
  if (topic === 'duplicate') {
    const keep = worthKeeping([asset, ...same], figures)
    return <>{i18n.t(keep?.id === asset.id ? 'care.keepThis' : 'care.keepOther')} {same.slice(0, 3).map((other) => <span key={other.id}>“<Foreign text={other.title} max={80} />” </span>)}</>
  }
  if (at === undefined) return i18n.t('care.neverVerified')
  return message(labelKey('care.because', topic), [dayText(at, now)])
}
