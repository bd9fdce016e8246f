import { useState } from 'react'
import { mapWord, vocabularyFamily, type UnmappedWord, type VocabularyFamily } from '@/lib/domain/unmapped'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Choice } from '../../shell/field'
import { Card } from '../../shell/page'
import { usePlaybookEdit } from '../playbook-context'

const labels = { stages: 'stage', personas: 'persona', industries: 'industry' } as const
const shownFirst = 5
/** Entries that stand side by side to be clicked. */
const mostButtons = 24
const pill = 'min-h-6 rounded-full border bg-paper px-2.5 text-small transition-colors hover:border-edge hover:text-ink aria-disabled:cursor-not-allowed'

/** Words of the CRM that nothing covers yet, with how many leads carry them. */
export function Unmapped() {
  const { readOnly } = usePlaybookEdit()
  const { data } = useAsk('playbook.unmapped', {}, !readOnly)
  const families = vocabularyFamily.options.filter((family) => (data?.[family].length ?? 0) > 0)
  if (readOnly || !data || families.length === 0) return null
  return (
    <Card title={i18n.t('playbook.unmapped')}>
      <p className="pb-2 text-soft">{i18n.t('playbook.unmappedLead')}</p>
      <div className="flex flex-col gap-4">{families.map((family) => <Family key={family} family={family} words={data[family]} />)}</div>
    </Card>
  )
}

function Family({ family, words }: { family: VocabularyFamily; words: readonly UnmappedWord[] }) {
  const rest = words.slice(shownFirst)
  const list = (some: readonly UnmappedWord[]) => <ul className="divide-y divide-line">{some.map((word) => <Row key={word.value} family={family} word={word} />)}</ul>
  return (
    <section aria-label={message(`playbook.unmapped_${family}`)}>
      <h3 className="text-small font-medium text-soft">{message(`playbook.unmapped_${family}`)}</h3>
      {list(words.slice(0, shownFirst))}
      {rest.length > 0 && <Disclosure title={i18n.t('playbook.more', [String(rest.length)])}>{list(rest)}</Disclosure>}
    </section>
  )
}

/** One click: every entry stands there, the likeliest first. Where there are too many for that, the likeliest stands beside a list of all. */
function Row({ family, word: { value, count, guess } }: { family: VocabularyFamily; word: UnmappedWord }) {
  const { playbook, save, pending } = usePlaybookEdit()
  const entries = playbook[family]
  const few = entries.length <= mostButtons
  const ids = few ? [...(guess === undefined ? [] : [guess]), ...entries.map(({ id }) => id).filter((id) => id !== guess)] : guess === undefined ? [] : [guess]
  const map = (id: string) => save(mapWord(playbook, family, id, value))
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 basis-52 break-words"><Foreign text={value} max={120} /> <span className="text-soft tabular-nums">({count})</span></span>
      <span className="flex min-w-0 flex-1 basis-64 flex-wrap gap-1">
        {ids.map((id) => {
          const name = labelText(labels[family], id, entries)
          return <button key={id} type="button" aria-disabled={pending || undefined} className={cx(pill, id === guess ? 'border-accent text-accent-strong' : 'border-line text-soft')} aria-label={i18n.t('playbook.mapNamed', [value, name])} onClick={() => { if (!pending) map(id) }}>{name}</button>
        })}
        {!few && <FromList family={family} value={value} off={pending} onMap={map} />}
      </span>
    </li>
  )
}

function FromList({ family, value, off, onMap }: { family: VocabularyFamily; value: string; off: boolean; onMap: (id: string) => void }) {
  const entries = usePlaybookEdit().playbook[family]
  const [chosen, setChosen] = useState('')
  return (
    <>
      <span className="w-44 max-w-full">
        <Choice aria-label={i18n.t('playbook.mapTo', [value])} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{i18n.t('playbook.choose')}</option>
          {entries.map(({ id }) => <option key={id} value={id}>{labelText(labels[family], id, entries)}</option>)}
        </Choice>
      </span>
      <Button off={chosen === '' || off} aria-label={i18n.t('playbook.mapChosen', [value])} onClick={() => onMap(chosen)}>{i18n.t('playbook.map')}</Button>
    </>
  )
}
