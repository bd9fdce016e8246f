import { useState } from 'react'
import type { Playbook } from '@/lib/domain/playbook'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Card } from '../shell/page'
import { TextBox } from '../shell/field'

type Family = 'stages' | 'personas' | 'industries'
const families = { stages: { label: 'stage', words: 'values' }, personas: { label: 'persona', words: 'patterns' }, industries: { label: 'industry', words: 'synonyms' } } as const

/** The table that maps the CRM's words to the team's: one row an entry, its CRM values separated by commas. */
export function Vocabulary() {
  const { data: playbook } = useAsk('playbook.get', {})
  return (
    <Card title={i18n.t('vocabulary.title')}>
      <p className="pb-3 text-soft">{i18n.t('vocabulary.lead')}</p>
      {playbook && (Object.keys(families) as Family[]).map((family) => (
        <Disclosure key={family} title={message(`vocabulary.${family}`)} className="py-1"><FamilyTable playbook={playbook} family={family} /></Disclosure>
      ))}
    </Card>
  )
}

function FamilyTable({ playbook, family }: { playbook: Playbook; family: Family }) {
  const { label, words } = families[family]
  const save = useTell('playbook.save', 'playbook.get')
  const [edited, setEdited] = useState<Record<string, string>>({})
  const entries = playbook[family] as readonly ({ id: string; label?: string | undefined } & Partial<Record<'values' | 'patterns' | 'synonyms', string[]>>)[]
  const submit = () => {
    const changed = entries.map((entry) => (edited[entry.id] === undefined ? entry : { ...entry, [words]: split(edited[entry.id] ?? '') }))
    save.mutate({ ...playbook, [family]: changed }, { onSuccess: () => setEdited({}) })
  }
  return (
    <form className="flex flex-col gap-2 py-2" onSubmit={(event) => { event.preventDefault(); submit() }}>
      {entries.map((entry) => {
        const name = entry.label ?? message(labelKey(label, entry.id))
        return (
          <label key={entry.id} className="grid items-center gap-2 sm:grid-cols-[10rem_1fr]">
            <span className="font-medium">{name}</span>
            <TextBox value={edited[entry.id] ?? (entry[words] ?? []).join(', ')} onChange={(event) => setEdited({ ...edited, [entry.id]: event.target.value })} />
          </label>
        )
      })}
      <Problem of={save.error} />
      <Button type="submit" className="self-start" off={Object.keys(edited).length === 0 || save.isPending}>{i18n.t('desk.save')}</Button>
    </form>
  )
}

function split(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim().toLowerCase()).filter((word) => word !== ''))]
}
