import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { Definition } from '@/lib/domain/definitions/definition'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { usePlaybookEdit } from '../playbook-context'
import { DefinitionCard } from './definition-card'
import { DefinitionForm } from './definition-form'

const atMost = 8

/** What the teams call MQL or SQL, and whether each part of it predicts that sales accepts. */
export function Definitions() {
  const { playbook, readOnly } = usePlaybookEdit()
  const { data: predictions } = useAsk('playbook.predictions', {})
  const [editing, setEditing] = useState<Definition | 'new'>()
  const definitions = playbook.definitions ?? []
  const close = () => setEditing(undefined)
  return (
    <>
      {definitions.length === 0 && !editing && <p className="rounded-lg border border-dashed border-edge p-6 text-center text-soft">{i18n.t('playbook.noDefinition')}</p>}
      {definitions.map((definition) => (typeof editing === 'object' && editing.id === definition.id
        ? <DefinitionForm key={definition.id} definition={definition} close={close} />
        : <DefinitionCard key={definition.id} definition={definition} predictions={predictions ?? []} edit={readOnly ? undefined : () => setEditing(definition)} />))}
      {editing === 'new' && <DefinitionForm definition={undefined} close={close} />}
      {!readOnly && !editing && definitions.length < atMost && <Button look="primary" className="self-start" onClick={() => setEditing('new')}><Plus aria-hidden size={15} />{i18n.t('playbook.addDefinition')}</Button>}
    </>
  )
}
