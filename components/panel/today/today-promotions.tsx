import type { PromotionView } from '@/lib/domain/promotion'
import { Section } from '@/components/ui/section'
import { i18n } from '#i18n'
import { PromotionCard } from '../promotions/promotion-card'

/** What runs now, for whichever leads it fits. */
export function TodayPromotions({ promotions }: { promotions: readonly PromotionView[] }) {
  if (promotions.length === 0) return null
  return (
    <Section title={i18n.t('promotion.today')} aside={<span className="text-small text-faint tabular-nums">{promotions.length}</span>}>
      {promotions.map((view) => <PromotionCard key={view.promotion.id} view={view} />)}
    </Section>
  )
}
