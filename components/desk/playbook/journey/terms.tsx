import { useState } from 'react'
import { Pencil, Plus } from 'lucide-react'
import { freeId } from '@/lib/domain/reasons'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Card } from '../../shell/page'
import { usePlaybookEdit } from '../playbook-context'
import { TermForm } from './term-form'
import { fromWords, wordsOf, type TermFamily, type Worded } from './term-words'

const labels = { personas: 'persona', industries: 'industry', products: 'product' } as const

/** Personas, industries or products: the team's name of each, and the words that mean it. */
export function Terms({ family }: { family: TermFamily }) {
  const { playbook, readOnly, save } = usePlaybookEdit()
  const [editing, setEditing] = useState<string>()
  const entries = wordsOf(playbook, family)
  const close = () => setEditing(undefined)
  const write = (changed: readonly Worded[]) => save(fromWords(family, changed), close)
  const add = (term: Worded) => write([...entries, { ...term, id: freeId(term.label ?? '', new Set(entries.map(({ id }) => id))) }])
  return (
    <Card title={message(`playbook.${family}`)}>
      <p className="pb-2 text-soft">{message(`playbook.${family}Lead`)}</p>
      <ul className="divide-y divide-line">
        {entries.map((entry) => {
          const name = labelText(labels[family], entry.id, entries)
          if (editing === entry.id) return <li key={entry.id}><TermForm term={entry} name={name} save={(term) => write(entries.map((each) => (each.id === term.id ? term : each)))} remove={() => write(entries.filter(({ id }) => id !== entry.id))} close={close} /></li>
          return (
            <li key={entry.id} className="flex items-start gap-3 py-1.5">
              <div className="grid min-w-0 flex-1 gap-x-3 sm:grid-cols-[12rem_1fr]">
                <span className="font-medium"><Foreign text={name} max={80} /></span>
                <span className="min-w-0 text-small text-soft"><Foreign text={entry.words.join(', ') || i18n.t('playbook.noWords')} max={300} /></span>
              </div>
              {!readOnly && <IconButton icon={Pencil} label={i18n.t('playbook.editNamed', [name])} onClick={() => setEditing(entry.id)} />}
            </li>
          )
        })}
      </ul>
      {editing === '' && <TermForm term={{ id: '', words: [] }} name="" save={add} close={close} />}
      {!readOnly && editing === undefined && <Button className="mt-2" onClick={() => setEditing('')}><Plus aria-hidden size={15} />{message(`playbook.add_${family}`)}</Button>}
    </Card>
  )
}
