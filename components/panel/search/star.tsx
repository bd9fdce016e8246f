import { Star as StarIcon } from 'lucide-react'
import type { Asset } from '@/lib/domain/asset'
import { cx } from '@/components/ui/cx'
import { i18n } from '#i18n'
import { useHandy } from './use-handy'

/** Keeps an asset among the favourites, or lets it go. Filled as long as it is one. */
export function Star({ asset, className, tabIndex }: { asset: Asset; className?: string; tabIndex?: number }) {
  const { isFavourite, toggle } = useHandy()
  const favourite = isFavourite(asset.id)
  return (
    <button
      type="button"
      aria-pressed={favourite}
      aria-label={i18n.t('handy.favourite')}
      title={i18n.t(favourite ? 'handy.remove' : 'handy.add')}
      tabIndex={tabIndex}
      className={cx('inline-grid size-6 shrink-0 place-items-center rounded-md transition-colors hover:bg-sunken hover:text-ink', favourite ? 'text-accent' : 'text-faint', className)}
      onClick={(event) => {
        event.stopPropagation()
        toggle(asset)
      }}
    >
      <StarIcon aria-hidden size={15} fill={favourite ? 'currentColor' : 'none'} />
    </button>
  )
}
