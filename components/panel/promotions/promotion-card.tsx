import type { ReactNode } from 'react'
import { Check } from 'lucide-react'
import type { PromotionView } from '@/lib/domain/promotion'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { Tag } from '@/components/ui/tag'
import { i18n } from '#i18n'
import { Trouble } from '../states/trouble'
import { PromotionText } from './promotion-text'
import { useKnow } from './use-know'

interface PromotionCardProps {
  view: PromotionView
  open?: boolean
  onToggle?: (open: boolean) => void
  /** What can be sent with it, where there is somebody to send it to. */
  children?: ReactNode
}

/** One promotion, its words folded away; one tap says that they are known. */
export function PromotionCard({ view: { promotion, assets, known }, children, ...opened }: PromotionCardProps) {
  const { know, error } = useKnow()
  const title = (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      <span className="min-w-0 font-medium text-ink"><Foreign text={promotion.label || (assets[0]?.title ?? promotion.id)} max={120} /></span>
      {known && <Tag tone="good"><Check aria-hidden size={12} />{i18n.t('promotion.known')}</Tag>}
    </span>
  )
  return (
    <Disclosure title={title} {...opened}>
      <div className="ms-4 space-y-2 pt-1 pb-2">
        <PromotionText promotion={promotion} />
        {children}
        {!known && <Button onClick={() => know(promotion.id)}><Check aria-hidden size={14} />{i18n.t('promotion.know')}</Button>}
        {error && <Trouble error={error} again={() => know(promotion.id)} />}
      </div>
    </Disclosure>
  )
}
