import { useState } from 'react'
import { i18n } from '#i18n'
import { Field, TextBox } from '../../shell/field'
import { splitWords } from '../words'

/** Words with commas between. What is typed stays as it is typed until somebody else changes the words. */
export function WordsField({ label, words, onChange }: { label: string; words: readonly string[]; onChange: (words: string[]) => void }) {
  const [text, setText] = useState(words.join(', '))
  return (
    <Field label={label} hint={i18n.t('playbook.commas')}>
      {(ids) => (
        <TextBox
          {...ids} value={text}
          onChange={(event) => {
            setText(event.target.value)
            onChange(splitWords(event.target.value))
          }}
        />
      )}
    </Field>
  )
}
