import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { ofPeople } from '../data/use-signals'
import { useMayPublish } from '../data/use-team-role'
import { Field, TextBox } from '../shell/field'
import { Card } from '../shell/page'

/** Finds everybody the words match, shows them, then deletes what is kept of them. */
export function ErasePerson() {
  const [query, setQuery] = useState('')
  const asked = query.trim()
  const { data: found, error } = useAsk('data.find-person', { query: asked }, asked.length > 2)
  const mayPublish = useMayPublish()
  const erase = useTell('data.delete-person', 'data.find-person', ...ofPeople)
  return (
    <Card title={i18n.t('data.personTitle')}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-soft">{i18n.t('data.personText')}{!mayPublish && <> {i18n.t('data.personHere')}</>}</p>
        <div className="w-full max-w-md"><Field label={i18n.t('data.personQuery')}>{(ids) => <TextBox {...ids} value={query} onChange={(event) => setQuery(event.target.value)} autoComplete="off" />}</Field></div>
        {found && (
          <ul>
            {found.map((person) => (
              <li key={person.ref.id}><Foreign text={person.name} />{person.company && <> · <Foreign text={person.company} /></>} · {i18n.t('data.personEvents', person.events)}</li>
            ))}
          </ul>
        )}
        {found?.length === 0 && <p className="text-soft">{i18n.t('data.personNone')}</p>}
        <Problem of={error ?? erase.error} />
        <div className="flex flex-wrap items-center gap-3">
          {found && found.length > 0 && <Button off={erase.isPending} onClick={() => erase.mutate({ query: asked })}>{i18n.t('data.personDelete', found.length)}</Button>}
          <span role="status">{erase.data ? i18n.t('data.personDeleted', erase.data.deleted) : ''}</span>
        </div>
        {erase.data?.atHub && (
          <p role="status" className={erase.data.atHub === 'refused' ? 'rounded-md bg-warn-soft px-3 py-2' : 'text-soft'}>{message(`data.personAtHub_${erase.data.atHub}`)}</p>
        )}
      </div>
    </Card>
  )
}
