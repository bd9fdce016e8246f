import { useState } from 'react'
import { definition as definitionSchema, type Definition } from '@/lib/domain/definitions/definition'
import { emptyClause, renewChanged } from '@/lib/domain/definitions/renew'
import { freeId } from '@/lib/domain/reasons'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { Field, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'
import { ClauseEditor } from '../clauses/clause-editor'
import { Trial } from '../clauses/trial'
import { useAsOpened } from '../as-opened'
import { usePlaybookEdit } from '../playbook-context'

const newId = () => crypto.randomUUID().slice(0, 8)

/** A definition in the making, tried on people at once. */
export function DefinitionForm({ definition, close }: { definition: Definition | undefined; close: () => void }) {
  const { playbook, save, pending } = usePlaybookEdit()
  const others = (playbook.definitions ?? []).filter(({ id }) => id !== definition?.id)
  const [draft, setDraft] = useState<Definition>(() => definition ?? { id: '', label: '', version: 1, at: 0, clauses: [emptyClause('persona', newId())] })
  const [tried, setTried] = useState(false)
  const { mayReplace, note } = useAsOpened(definition)
  const whole = definitionSchema.safeParse({ ...draft, label: draft.label.trim(), agreedWith: draft.agreedWith?.trim() || undefined })
  const submit = () => {
    setTried(true)
    if (!whole.success || !mayReplace()) return
    const clauses = renewChanged(definition?.clauses ?? [], whole.data.clauses, newId)
    const id = definition?.id ?? freeId(whole.data.label, new Set(others.map((other) => other.id)))
    const made = { ...whole.data, id, clauses }
    const list = playbook.definitions ?? []
    save({ definitions: definition ? list.map((each) => (each.id === id ? made : each)) : [...list, made] }, close)
  }
  return (
    <Card title={i18n.t(definition ? 'playbook.editDefinition' : 'playbook.newDefinition')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit() }}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={i18n.t('playbook.name')} hint={i18n.t('playbook.nameHint')}>{(ids) => <TextBox {...ids} maxLength={60} value={draft.label} onChange={(event) => setDraft({ ...draft, label: event.target.value })} />}</Field>
          <Field label={i18n.t('playbook.agreedWith')} hint={i18n.t('playbook.agreedWithHint')}>{(ids) => <TextBox {...ids} maxLength={300} value={draft.agreedWith ?? ''} onChange={(event) => setDraft({ ...draft, agreedWith: event.target.value })} />}</Field>
        </div>
        <ClauseEditor clauses={draft.clauses} onChange={(clauses) => setDraft({ ...draft, clauses })} />
        <Trial clauses={draft.clauses} />
        {tried && !whole.success && <p role="alert" className="text-bad">{i18n.t('playbook.incomplete')}</p>}
        {note}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" off={pending}>{i18n.t('desk.save')}</Button>
          <Button onClick={close}>{i18n.t('desk.cancel')}</Button>
          {definition && <Button className="ms-auto" off={pending} onClick={() => save({ definitions: others }, close)}>{i18n.t('playbook.removeDefinition')}</Button>}
        </div>
      </form>
    </Card>
  )
}
