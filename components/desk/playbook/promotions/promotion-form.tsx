import { useState } from 'react'
import { clause as clauseSchema } from '@/lib/domain/definitions/clause'
import type { Promotion } from '@/lib/domain/promotion'
import { freeId } from '@/lib/domain/reasons'
import { Button } from '@/components/ui/button'
import { labelText } from '@/components/ui/label'
import { i18n } from '#i18n'
import { Field, TextArea, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'
import { ClauseEditor } from '../clauses/clause-editor'
import { PickMany } from '../clauses/pick-many'
import { Trial } from '../clauses/trial'
import { useAsOpened } from '../as-opened'
import { usePlaybookEdit } from '../playbook-context'
import { PromotionAssets } from './promotion-assets'
import { PromotionDates } from './promotion-dates'

const empty: Promotion = { id: '', label: '', products: [], assetIds: [], audience: [] }

/** A promotion in the making. */
export function PromotionForm({ promotion, close }: { promotion: Promotion | undefined; close: () => void }) {
  const { playbook, save, pending } = usePlaybookEdit()
  const [draft, setDraft] = useState(promotion ?? empty)
  const [tried, setTried] = useState(false)
  const { mayReplace, note } = useAsOpened(promotion)
  const list = playbook.promotions ?? []
  const named = draft.label.trim() !== '' || draft.assetIds.length > 0
  const complete = named && draft.audience.every((clause) => clauseSchema.safeParse(clause).success)
  const change = (part: Partial<Promotion>) => setDraft({ ...draft, ...part })
  const submit = () => {
    setTried(true)
    if (!complete || !mayReplace()) return
    const label = draft.label.trim()
    const made: Promotion = { ...draft, label, id: promotion?.id ?? freeId(label || 'promotion', new Set(list.map(({ id }) => id))), offer: clean(draft.offer), terms: clean(draft.terms), say: clean(draft.say), avoid: clean(draft.avoid) }
    save({ promotions: promotion ? list.map((each) => (each.id === made.id ? made : each)) : [...list, made] }, close)
  }
  const area = (key: 'offer' | 'terms' | 'say' | 'avoid', label: string) => (
    <Field label={label}>{(ids) => <TextArea {...ids} rows={2} maxLength={1000} value={draft[key] ?? ''} onChange={(event) => change({ [key]: event.target.value })} />}</Field>
  )
  return (
    <Card title={i18n.t(promotion ? 'playbook.editPromotion' : 'playbook.newPromotion')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit() }}>
        <Field label={i18n.t('playbook.name')}>{(ids) => <TextBox {...ids} maxLength={120} value={draft.label} onChange={(event) => change({ label: event.target.value })} />}</Field>
        <div className="grid gap-4 sm:grid-cols-2">{area('offer', i18n.t('playbook.offerText'))}{area('terms', i18n.t('playbook.terms'))}{area('say', i18n.t('promotion.say'))}{area('avoid', i18n.t('promotion.avoid'))}</div>
        <PromotionDates from={draft.from} until={draft.until} onChange={change} />
        {playbook.products.length > 0 && <PickMany label={i18n.t('playbook.products')} options={playbook.products.map(({ id }) => ({ id, name: labelText('product', id, playbook.products) }))} picked={draft.products} onChange={(products) => change({ products: [...products] })} />}
        <PromotionAssets ids={draft.assetIds} onChange={(assetIds) => change({ assetIds })} />
        <fieldset className="flex flex-col gap-3">
          <legend className="pb-2 font-medium">{i18n.t('playbook.audience')}</legend>
          {draft.audience.length === 0 && <p className="text-soft">{i18n.t('playbook.everybody')}</p>}
          <ClauseEditor clauses={draft.audience} onChange={(audience) => change({ audience })} />
          <Trial clauses={draft.audience} />
        </fieldset>
        {tried && !complete && <p role="alert" className="text-bad">{i18n.t('playbook.incomplete')}</p>}
        {note}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" off={pending}>{i18n.t('desk.save')}</Button>
          <Button onClick={close}>{i18n.t('desk.cancel')}</Button>
          {promotion && <Button className="ms-auto" off={pending} onClick={() => save({ promotions: list.filter(({ id }) => id !== promotion.id) }, close)}>{i18n.t('playbook.removePromotion')}</Button>}
        </div>
      </form>
    </Card>
  )
}

function clean(text: string | undefined): string | undefined {
  return text?.trim() || undefined
}
