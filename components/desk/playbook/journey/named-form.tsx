import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { Field, TextArea, TextBox } from '../../shell/field'
import { useAsOpened } from '../as-opened'
import { usePlaybookEdit } from '../playbook-context'
import { splitWords } from '../words'

/** A name of the team's, and the words of the CRM that mean it; no label keeps the one that is shipped. */
export interface Named { label?: string | undefined; words: readonly string[] }

interface NamedFormProps {
  entry: Named
  /** All of what is edited, as the playbook has it now. */
  subject: unknown
  /** What it is called now. */
  name: string
  wordsLabel: string
  wordsHint: string
  removeLabel: string
  save: (given: { label: string | undefined; words: string[] }) => void
  remove?: (() => void) | undefined
  close: () => void
  /** More fields, beside the name and below it. */
  beside?: ReactNode
  children?: ReactNode
}

/** The form of a stage, persona, industry or product. */
export function NamedForm({ entry, subject, name, wordsLabel, wordsHint, removeLabel, save, remove, close, beside, children }: NamedFormProps) {
  const { pending } = usePlaybookEdit()
  const [label, setLabel] = useState(name)
  const [words, setWords] = useState(entry.words.join(', '))
  const { mayReplace, note } = useAsOpened(subject)
  const submit = () => {
    const given = label.trim()
    if (given !== '' && mayReplace()) save({ label: given === name ? entry.label : given, words: splitWords(words.toLowerCase()) })
  }
  return (
    <form className="my-2 flex flex-col gap-3 rounded-md border border-line bg-raised p-3" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <div className={beside ? 'grid gap-3 sm:grid-cols-2' : ''}>
        <Field label={i18n.t('playbook.name')}>{(ids) => <TextBox {...ids} maxLength={60} value={label} onChange={(event) => setLabel(event.target.value)} />}</Field>
        {beside}
      </div>
      {children}
      <Field label={wordsLabel} hint={wordsHint}>{(ids) => <TextArea {...ids} rows={2} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      {note}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" off={pending}>{i18n.t('desk.save')}</Button>
        <Button onClick={close}>{i18n.t('desk.cancel')}</Button>
        {remove && <Button className="ms-auto" off={pending} onClick={remove}>{removeLabel}</Button>}
      </div>
    </form>
  )
}
