import { useState } from 'react'
import { otherReason } from '@/lib/domain/default-playbook'
import { reasonsFor } from '@/lib/domain/playbook'
import type { VerdictView } from '@/lib/domain/view'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { Foreign } from '@/components/ui/foreign'
import { labelText } from '@/components/ui/label'
import { i18n } from '#i18n'
import type { Act } from '../acts/use-act'
import { useOnScreen } from '../data/record-context'
import { usePlaybook } from '../data/use-playbook'
import type { Detail } from './use-detail'

const atMost = 6

/** Why: the playbook's reasons as delivered (most used first), and "Other" with a note. */
export function Reasons({ mine: { event }, detail }: { mine: VerdictView; detail: Act<Detail> }) {
  const playbook = usePlaybook()
  const { context } = useOnScreen()
  const [noting, setNoting] = useState(event.reason === otherReason)
  const [note, setNote] = useState(event.note ?? '')
  const reasons = playbook ? reasonsFor(playbook, event.verdict).slice(0, atMost) : []
  return (
    <fieldset>
      <legend className="pb-1 text-small text-soft">{i18n.t('panel.verdict.why')}</legend>
      <div className="flex flex-wrap gap-1">
        {reasons.map(({ id }) => (
          <Chip key={id} pressed={event.reason === id} {...detail.on({ reason: event.reason === id ? undefined : id, note: undefined })}>
            <Foreign text={labelText('reason', id, reasons)} max={60} />
          </Chip>
        ))}
        {context.allowFreeText && <Chip pressed={noting} aria-expanded={noting} onClick={() => setNoting(!noting)}>{i18n.t('panel.verdict.other')}</Chip>}
      </div>
      {noting && (
        <div className="flex items-end gap-1.5 pt-1.5">
          <div className="min-w-0 flex-1"><Field label={i18n.t('panel.verdict.note')} value={note} onChange={setNote} maxLength={2000} autoFocus /></div>
          <Button off={note.trim() === '' || detail.pending !== undefined} {...detail.on({ reason: otherReason, note: note.trim() })}>{i18n.t('panel.verdict.saveNote')}</Button>
        </div>
      )}
    </fieldset>
  )
}
