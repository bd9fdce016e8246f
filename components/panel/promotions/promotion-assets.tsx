import type { PromotionView } from '@/lib/domain/promotion'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { i18n } from '#i18n'
import { useScreenStore } from '../data/screen-store'

/** What goes with a promotion, each ready to be sent to this lead. */
export function PromotionAssets({ assets }: Pick<PromotionView, 'assets'>) {
  const screen = useScreenStore()
  if (assets.length === 0) return null
  return (
    <ul className="space-y-1">
      {assets.map(({ id, title }) => (
        <li key={id} className="flex items-center gap-2 text-small">
          <span className="min-w-0 flex-1 truncate"><Foreign text={title} max={120} /></span>
          <Button className="min-h-6 shrink-0 px-2 text-small" aria-label={i18n.t('promotion.send', [title])} onClick={() => screen.setState({ page: { name: 'send', assetId: id } })}>
            {i18n.t('panel.suggestions.send')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
