import { useState } from 'react'
import { promiseKind, type PromisedSpan, type PromiseKind, type Promises } from '@/lib/domain/promises/promise'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Choice, Field, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'
import { usePlaybookEdit } from '../playbook-context'

type Draft = Record<PromiseKind, { amount: string; unit: PromisedSpan['unit'] }> & { timeZone: string }

/** How long each answer may take; an empty field promises nothing. */
export function PromisesForm() {
  const { playbook: { promises }, save, pending } = usePlaybookEdit()
  const [draft, setDraft] = useState<Draft>(() => draftOf(promises))
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <Card title={i18n.t('playbook.promisesTitle')}>
      <form className="flex max-w-2xl flex-col gap-4" onSubmit={(event) => { event.preventDefault(); save({ promises: toPromises(draft) }) }}>
        {promiseKind.options.map((kind) => (
          <div key={kind} role="group" aria-label={message(`playbook.promise_${kind}`)} className="grid items-end gap-2 sm:grid-cols-[1fr_7rem_10rem]">
            <p className="pb-1.5">{message(`playbook.promise_${kind}`)}</p>
            <Field label={i18n.t('playbook.amount')}>{(ids) => <TextBox {...ids} type="number" min={0} step="any" value={draft[kind].amount} onChange={(event) => setDraft({ ...draft, [kind]: { ...draft[kind], amount: event.target.value } })} />}</Field>
            <Field label={i18n.t('playbook.unit')}>
              {(ids) => (
                <Choice {...ids} value={draft[kind].unit} onChange={(event) => setDraft({ ...draft, [kind]: { ...draft[kind], unit: event.target.value === 'hours' ? 'hours' : 'weekdays' } })}>
                  <option value="hours">{i18n.t('playbook.unit_hours')}</option>
                  <option value="weekdays">{i18n.t('playbook.unit_weekdays')}</option>
                </Choice>
              )}
            </Field>
          </div>
        ))}
        <Field label={i18n.t('playbook.timeZone')} hint={i18n.t('playbook.timeZoneHint')}>
          {(ids) => <Choice {...ids} value={draft.timeZone} onChange={(event) => setDraft({ ...draft, timeZone: event.target.value })}>{[...new Set([draft.timeZone, 'UTC', ...zones])].map((zone) => <option key={zone} value={zone}>{zone}</option>)}</Choice>}
        </Field>
        <Button type="submit" look="primary" className="self-start" off={pending}>{i18n.t('desk.save')}</Button>
      </form>
    </Card>
  )
}

function draftOf(promises: Promises | undefined): Draft {
  const one = (kind: PromiseKind) => ({ amount: promises?.[kind] ? String(promises[kind].amount) : '', unit: promises?.[kind]?.unit ?? ('weekdays' as const) })
  return { sales: one('sales'), requests: one('requests'), findings: one('findings'), timeZone: promises?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone }
}

function toPromises({ timeZone, ...drafts }: Draft): Promises {
  const made = promiseKind.options.flatMap((kind) => {
    const amount = Number(drafts[kind].amount)
    return drafts[kind].amount !== '' && amount > 0 ? [[kind, { amount, unit: drafts[kind].unit }] as const] : []
  })
  return { timeZone, ...Object.fromEntries(made) }
}
