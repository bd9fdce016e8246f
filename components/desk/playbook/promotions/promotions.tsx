import { i18n } from '#i18n'
import { Entries } from '../entries'
import { usePlaybookEdit } from '../playbook-context'
import { PromotionEntry } from './promotion-entry'
import { PromotionForm } from './promotion-form'

/** What the team offers for a while, to whom, and how to speak of it. */
export function Promotions() {
  const { playbook: { promotions = [] } } = usePlaybookEdit()
  return (
    <Entries
      of={promotions} none={i18n.t('playbook.noPromotion')} add={i18n.t('playbook.addPromotion')}
      renderCard={(promotion, edit) => <PromotionEntry promotion={promotion} edit={edit} />}
      renderForm={(promotion, close) => <PromotionForm promotion={promotion} close={close} />}
    />
  )
}
