import { memo, useEffect, useRef } from 'react'
import type { PromotionView } from '@/lib/domain/promotion'
import { Section } from '@/components/ui/section'
import { i18n } from '#i18n'
import { useScreen, useScreenStore } from '../data/screen-store'
import { PromotionAssets } from './promotion-assets'
import { PromotionCard } from './promotion-card'

/** What marketing offers this lead now. */
export const Promotions = memo(function Promotions({ promotions }: { promotions: readonly PromotionView[] }) {
  const screen = useScreenStore()
  const shown = useScreen(({ promotion }) => promotion)
  const open = useRef<HTMLLIElement>(null)
  // The notice that opens it stands at the top; the words may be below what is seen.
  useEffect(() => {
    if (shown !== undefined) open.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  if (promotions.length === 0) return null
  return (
    <Section title={i18n.t('promotion.title')}>
      <ul>
        {promotions.map((view) => {
          const { id } = view.promotion
          return (
            <li key={id} ref={shown === id ? open : null}>
              <PromotionCard view={view} open={shown === id} onToggle={(opened) => screen.setState({ promotion: opened ? id : undefined })}>
                <PromotionAssets assets={view.assets} />
              </PromotionCard>
            </li>
          )
        })}
      </ul>
    </Section>
  )
})
