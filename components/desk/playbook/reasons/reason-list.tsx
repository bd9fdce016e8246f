import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { VerdictValue } from '@/lib/domain/ledger'
import type { Reason } from '@/lib/domain/playbook'
import { addReason, byUse, isOffered, mostReasons, retireReason } from '@/lib/domain/reasons'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { labelText } from '@/components/ui/label'
import { i18n } from '#i18n'
import { Field, TextBox } from '../../shell/field'
import { usePlaybookEdit } from '../playbook-context'
import { ReasonRow } from './reason-row'

/** The reasons of one verdict: those offered, and what became of the others. */
export function ReasonList({ verdict, use }: { verdict: VerdictValue; use: Readonly<Record<string, number>> }) {
  const { playbook: { reasons }, readOnly, save, pending } = usePlaybookEdit()
  const [label, setLabel] = useState('')
  const all = reasons[verdict]
  const offered = byUse(all.filter(isOffered), use)
  const past = all.filter((reason) => !isOffered(reason))
  const full = offered.length >= mostReasons
  const add = () => {
    if (label.trim() !== '' && !full) save({ reasons: addReason(reasons, verdict, label) }, () => setLabel(''))
  }
  return (
    <>
      <ul className="divide-y divide-line">{offered.map((reason) => <ReasonRow key={reason.id} verdict={verdict} reason={reason} others={offered.filter(({ id }) => id !== reason.id)} count={use[reason.id] ?? 0} />)}</ul>
      {!readOnly && (
        <form className="flex items-end gap-2 pt-3" onSubmit={(event) => { event.preventDefault(); add() }}>
          <div className="min-w-0 flex-1"><Field label={i18n.t('playbook.newReason')} hint={full ? i18n.t('playbook.reasonsFull', [String(mostReasons)]) : undefined}>{(ids) => <TextBox {...ids} maxLength={60} value={label} readOnly={full} onChange={(event) => setLabel(event.target.value)} />}</Field></div>
          <Button type="submit" className={full ? 'mb-6' : ''} off={full || pending || label.trim() === ''}><Plus aria-hidden size={15} />{i18n.t('playbook.add')}</Button>
        </form>
      )}
      {past.length > 0 && (
        <Disclosure title={i18n.t('playbook.pastReasons', [String(past.length)])} className="pt-2">
          <ul className="divide-y divide-line">{past.map((reason) => <Past key={reason.id} verdict={verdict} reason={reason} all={all} full={full} />)}</ul>
        </Disclosure>
      )}
    </>
  )
}

/** No longer offered: retired, or counted under another. */
function Past({ verdict, reason, all, full }: { verdict: VerdictValue; reason: Reason; all: readonly Reason[]; full: boolean }) {
  const { playbook: { reasons }, readOnly, save, pending } = usePlaybookEdit()
  const name = labelText('reason', reason.id, all)
  return (
    <li className="flex items-center gap-2 py-1 text-small text-soft">
      <span className="min-w-0 flex-1"><Foreign text={name} max={80} /> {reason.mergedInto ? i18n.t('playbook.mergedInto', [labelText('reason', reason.mergedInto, all)]) : i18n.t('playbook.retired')}</span>
      {!readOnly && !reason.mergedInto && <Button className="min-h-6 px-2 text-small" off={full || pending} aria-label={i18n.t('playbook.offerNamed', [name])} onClick={() => save({ reasons: retireReason(reasons, verdict, reason.id, false) })}>{i18n.t('playbook.offer')}</Button>}
    </li>
  )
}
