import { useState } from 'react'
import type { Stage } from '@/lib/domain/playbook'
import { i18n } from '#i18n'
import { Choice, Field, TextBox } from '../../shell/field'
import { NamedForm } from './named-form'

interface StageFormProps { stage: Stage; name: string; save: (stage: Stage) => void; remove?: () => void; close: () => void }

/** One stage: what it is called, whose turn it is, when a lead enters it, and what the CRM calls it. */
export function StageForm({ stage, name, save, remove, close }: StageFormProps) {
  const [owner, setOwner] = useState(stage.owner)
  const [entry, setEntry] = useState(stage.entry ?? '')
  return (
    <NamedForm
      entry={{ label: stage.label, words: stage.values }} subject={stage} name={name} remove={remove} close={close}
      wordsLabel={i18n.t('playbook.crmValues')} wordsHint={i18n.t('playbook.crmValuesHint')} removeLabel={i18n.t('playbook.removeStage')}
      save={({ label, words }) => save({ ...stage, label, owner, entry: entry.trim() || undefined, values: words })}
      beside={
        <Field label={i18n.t('playbook.owner')}>
          {(ids) => (
            <Choice {...ids} value={owner} onChange={(event) => setOwner(event.target.value === 'sales' ? 'sales' : 'marketing')}>
              <option value="marketing">{i18n.t('playbook.owner_marketing')}</option>
              <option value="sales">{i18n.t('playbook.owner_sales')}</option>
            </Choice>
          )}
        </Field>
      }
    >
      <Field label={i18n.t('playbook.entry')} hint={i18n.t('playbook.entryHint')}>{(ids) => <TextBox {...ids} maxLength={500} value={entry} onChange={(event) => setEntry(event.target.value)} />}</Field>
    </NamedForm>
  )
}
