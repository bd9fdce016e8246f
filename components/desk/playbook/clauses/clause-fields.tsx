import type { Clause } from '@/lib/domain/definitions/clause'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Field, TextBox } from '../../shell/field'
import { usePlaybookEdit } from '../playbook-context'
import { PickMany } from './pick-many'
import { StoryFields } from './story-fields'
import { WordsField } from './words-field'

/** What a clause of its kind asks to be filled in. */
export function ClauseFields({ clause, onChange }: { clause: Clause; onChange: (clause: Clause) => void }) {
  const { playbook } = usePlaybookEdit()
  switch (clause.kind) {
    case 'persona':
    case 'industry':
    case 'stage': {
      const entries = { persona: playbook.personas, industry: playbook.industries, stage: playbook.stages }[clause.kind]
      return (
        <PickMany
          label={message(`clause.kind_${clause.kind}`)} picked={clause.anyOf} onChange={(anyOf) => onChange({ ...clause, anyOf: [...anyOf] })}
          options={entries.map(({ id }) => ({ id, name: labelText(clause.kind, id, entries) }))}
        />
      )
    }
    case 'score':
      return (
        <Field label={i18n.t('clause.atLeast')}>
          {(ids) => <TextBox {...ids} type="number" value={clause.atLeast} onChange={(event) => onChange({ ...clause, atLeast: event.target.valueAsNumber || 0 })} />}
        </Field>
      )
    case 'story':
      return <StoryFields clause={clause} onChange={onChange} />
    default:
      return <WordsField label={message(`clause.words_${clause.kind}`)} words={clause.anyOf} onChange={(anyOf) => onChange({ ...clause, anyOf })} />
  }
}
