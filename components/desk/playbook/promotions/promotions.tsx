import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { Promotion } from '@/lib/domain/promotion'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { usePlaybookEdit } from '../playbook-context'
import { PromotionEntry } from './promotion-entry'
import { PromotionForm } from './promotion-form'

/** What the team offers for a while, to whom, and how to speak of it. */
export function Promotions() {
  const { playbook, readOnly } = usePlaybookEdit()
  const [editing, setEditing] = useState<Promotion | 'new'>()
  const promotions = playbook.promotions ?? []
  const close = () => setEditing(undefined)
  return (
    <>
      {promotions.length === 0 && !editing && <p className="rounded-lg border border-dashed border-edge p-6 text-center text-soft">{i18n.t('playbook.noPromotion')}</p>}
      {promotions.map((promotion) => (typeof editing === 'object' && editing.id === promotion.id
        ? <PromotionForm key={promotion.id} promotion={promotion} close={close} />
        : <PromotionEntry key={promotion.id} promotion={promotion} edit={readOnly ? undefined : () => setEditing(promotion)} />))}
      {editing === 'new' && <PromotionForm promotion={undefined} close={close} />}
      {!readOnly && !editing && <Button look="primary" className="self-start" onClick={() => setEditing('new')}><Plus aria-hidden size={15} />{i18n.t('playbook.addPromotion')}</Button>}
    </>
  )
}
