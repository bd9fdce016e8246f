import type { ReactNode } from 'react'
import { lastMoment, type Promotion } from '@/lib/domain/promotion'
import { say } from '@/lib/domain/sentence'
import { Foreign } from '@/components/ui/foreign'
import { labelText } from '@/components/ui/label'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { usePlaybook } from '../data/use-playbook'

/** What a promotion offers, on which terms and until when, and how to speak of it. */
export function PromotionText({ promotion }: { promotion: Promotion }) {
  const products = usePlaybook()?.products
  const { offer, terms } = promotion
  const last = lastMoment(promotion)
  return (
    <div className="space-y-1.5 text-small">
      {offer && <p className="font-medium text-ink"><Foreign text={offer} max={1000} /></p>}
      {terms && <p className="text-soft"><Foreign text={terms} max={1000} /></p>}
      {promotion.products.length > 0 && <p className="text-soft"><Foreign text={promotion.products.map((id) => labelText('product', id, products)).join(' · ')} max={300} /></p>}
      {last !== undefined && <p className="text-soft"><Said sentence={say('promotion.until', { date: last })} /></p>}
      {(promotion.say || promotion.avoid) && (
        <dl className="space-y-1.5">
          {promotion.say && <Line name={i18n.t('promotion.say')} tone="border-good"><Foreign text={promotion.say} max={1000} /></Line>}
          {promotion.avoid && <Line name={i18n.t('promotion.avoid')} tone="border-bad"><Foreign text={promotion.avoid} max={1000} /></Line>}
        </dl>
      )}
    </div>
  )
}

function Line({ name, tone, children }: { name: string; tone: string; children: ReactNode }) {
  return (
    <div className={`border-s-2 ps-2 ${tone}`}>
      <dt className="font-medium text-ink">{name}</dt>
      <dd className="whitespace-pre-line text-soft">{children}</dd>
    </div>
  )
}
