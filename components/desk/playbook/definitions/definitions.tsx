import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Entries } from '../entries'
import { usePlaybookEdit } from '../playbook-context'
import { DefinitionCard } from './definition-card'
import { DefinitionForm } from './definition-form'

const atMost = 8

/** What the teams call MQL or SQL, and whether each part of it predicts that sales accepts. */
export function Definitions() {
  const { playbook: { definitions = [] } } = usePlaybookEdit()
  const { data: predictions = [] } = useAsk('playbook.predictions', {})
  return (
    <Entries
      of={definitions} none={i18n.t('playbook.noDefinition')} add={i18n.t('playbook.addDefinition')} atMost={atMost}
      renderCard={(definition, edit) => <DefinitionCard definition={definition} predictions={predictions} edit={edit} />}
      renderForm={(definition, close) => <DefinitionForm definition={definition} close={close} />}
    />
  )
}
