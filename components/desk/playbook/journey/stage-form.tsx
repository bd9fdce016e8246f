import { useState } from 'react'
import type { Stage } from '@/lib/domain/playbook'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { Choice, Field, TextArea, TextBox } from '../../shell/field'
import { splitWords } from '../words'

interface StageFormProps { stage: Stage; name: string; save: (stage: Stage) => void; remove?: () => void; close: () => void }

/** One stage: what it is called, whose turn it is, when a lead enters it, and what the CRM calls it. */
export function StageForm({ stage, name, save, remove, close }: StageFormProps) {
  const [label, setLabel] = useState(name)
  const [owner, setOwner] = useState(stage.owner)
  const [entry, setEntry] = useState(stage.entry ?? '')
  const [words, setWords] = useState(stage.values.join(', '))
  const submit = () => {
    const own = label.trim() === name ? stage.label : label.trim()
    if (label.trim() !== '') save({ ...stage, label: own, owner, entry: entry.trim() || undefined, values: splitWords(words.toLowerCase()) })
  }
  return (
    <form className="my-2 flex flex-col gap-3 rounded-md border border-line bg-raised p-3" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={i18n.t('playbook.name')}>{(ids) => <TextBox {...ids} maxLength={60} value={label} onChange={(event) => setLabel(event.target.value)} />}</Field>
        <Field label={i18n.t('playbook.owner')}>
          {(ids) => (
            <Choice {...ids} value={owner} onChange={(event) => setOwner(event.target.value === 'sales' ? 'sales' : 'marketing')}>
              <option value="marketing">{i18n.t('playbook.owner_marketing')}</option>
              <option value="sales">{i18n.t('playbook.owner_sales')}</option>
            </Choice>
          )}
        </Field>
      </div>
      <Field label={i18n.t('playbook.entry')} hint={i18n.t('playbook.entryHint')}>{(ids) => <TextBox {...ids} maxLength={500} value={entry} onChange={(event) => setEntry(event.target.value)} />}</Field>
      <Field label={i18n.t('playbook.crmValues')} hint={i18n.t('playbook.crmValuesHint')}>{(ids) => <TextArea {...ids} rows={2} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">{i18n.t('desk.save')}</Button>
        <Button onClick={close}>{i18n.t('desk.cancel')}</Button>
        {remove && <Button className="ms-auto" onClick={remove}>{i18n.t('playbook.removeStage')}</Button>}
      </div>
    </form>
  )
}
