import { useState } from 'react'
import { Pencil } from 'lucide-react'
import type { VerdictValue } from '@/lib/domain/ledger'
import type { Reason } from '@/lib/domain/playbook'
import { mergeReason, renameReason, retireReason } from '@/lib/domain/reasons'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { labelText } from '@/components/ui/label'
import { i18n } from '#i18n'
import { Choice, Field, TextBox } from '../../shell/field'
import { usePlaybookEdit } from '../playbook-context'

interface ReasonRowProps { verdict: VerdictValue; reason: Reason; others: readonly Reason[]; count: number }

/** A reason that is offered: rename it, merge it into another, or retire it; what was said with it is never lost. */
export function ReasonRow({ verdict, reason, others, count }: ReasonRowProps) {
  const { playbook: { reasons }, readOnly, save, pending } = usePlaybookEdit()
  const [editing, setEditing] = useState(false)
  const name = labelText('reason', reason.id, reasons[verdict])
  const [label, setLabel] = useState(name)
  const [into, setInto] = useState('')
  const close = () => setEditing(false)
  const rename = () => label.trim() !== '' && save({ reasons: renameReason(reasons, verdict, reason.id, label) }, close)
  return (
    <li className="py-1.5">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1"><Foreign text={name} max={80} /></span>
        <span className="text-small text-soft tabular-nums">{i18n.t('playbook.used', count)}</span>
        {!readOnly && <IconButton icon={Pencil} label={i18n.t('playbook.editNamed', [name])} aria-expanded={editing} onClick={() => setEditing(!editing)} />}
      </div>
      {editing && (
        <div className="mt-1 flex flex-col gap-2 rounded-md border border-line bg-raised p-2">
          <form className="flex items-end gap-2" onSubmit={(event) => { event.preventDefault(); rename() }}>
            <div className="min-w-0 flex-1"><Field label={i18n.t('playbook.rename')}>{(ids) => <TextBox {...ids} maxLength={60} value={label} onChange={(event) => setLabel(event.target.value)} />}</Field></div>
            <Button type="submit" look="primary" off={pending}>{i18n.t('desk.save')}</Button>
          </form>
          <div className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <Field label={i18n.t('playbook.mergeInto')}>
                {(ids) => (
                  <Choice {...ids} value={into} onChange={(event) => setInto(event.target.value)}>
                    <option value="">{i18n.t('playbook.choose')}</option>
                    {others.map(({ id }) => <option key={id} value={id}>{labelText('reason', id, reasons[verdict])}</option>)}
                  </Choice>
                )}
              </Field>
            </div>
            <Button off={into === '' || pending} onClick={() => save({ reasons: mergeReason(reasons, verdict, reason.id, into) }, close)}>{i18n.t('playbook.merge')}</Button>
          </div>
          <Button className="self-start" off={pending} onClick={() => save({ reasons: retireReason(reasons, verdict, reason.id, true) }, close)}>{i18n.t('playbook.retire')}</Button>
        </div>
      )}
    </li>
  )
}
