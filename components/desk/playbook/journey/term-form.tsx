import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { Field, TextArea, TextBox } from '../../shell/field'
import { splitWords } from '../words'
import type { Worded } from './term-words'

interface TermFormProps { term: Worded; name: string; save: (term: Worded) => void; remove?: () => void; close: () => void }

export function TermForm({ term, name, save, remove, close }: TermFormProps) {
  const [label, setLabel] = useState(name)
  const [words, setWords] = useState(term.words.join(', '))
  const submit = () => {
    if (label.trim() !== '') save({ ...term, label: label.trim() === name ? term.label : label.trim(), words: splitWords(words.toLowerCase()) })
  }
  return (
    <form className="my-2 flex flex-col gap-3 rounded-md border border-line bg-raised p-3" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <Field label={i18n.t('playbook.name')}>{(ids) => <TextBox {...ids} maxLength={60} value={label} onChange={(event) => setLabel(event.target.value)} />}</Field>
      <Field label={i18n.t('playbook.words')} hint={i18n.t('playbook.commas')}>{(ids) => <TextArea {...ids} rows={2} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">{i18n.t('desk.save')}</Button>
        <Button onClick={close}>{i18n.t('desk.cancel')}</Button>
        {remove && <Button className="ms-auto" onClick={remove}>{i18n.t('playbook.removeEntry')}</Button>}
      </div>
    </form>
  )
}
