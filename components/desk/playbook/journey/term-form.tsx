import { i18n } from '#i18n'
import { NamedForm } from './named-form'
import type { Worded } from './term-words'

interface TermFormProps { term: Worded; name: string; save: (term: Worded) => void; remove?: () => void; close: () => void }

/** One persona, industry or product, and the words that mean it. */
export function TermForm({ term, name, save, remove, close }: TermFormProps) {
  return (
    <NamedForm
      entry={term} subject={term} name={name} remove={remove} close={close} save={(given) => save({ ...term, ...given })}
      wordsLabel={i18n.t('playbook.words')} wordsHint={i18n.t('playbook.commas')} removeLabel={i18n.t('playbook.removeEntry')}
    />
  )
}
