import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { useDesk } from '../desk-context'
import { Field, TextBox } from '../shell/field'
import { Card, DeskPage } from '../shell/page'
import { ErasePerson } from './erase-person'
import { exportAll } from './export-all'
import { Restore } from './restore'

/** Export, restore, delete: what a person may do with everything kept here. */
export default function DataPage({ state }: { state: DeskState }) {
  const { bus, door } = useDesk()
  const forbidden = state.policy.allowExport === false
  const exporting = useMutation({ mutationFn: () => exportAll(bus, door) })
  const diagnose = useMutation({ mutationFn: async () => door.copy((await bus.ask('data.diagnostics', {})).text) })
  return (
    <DeskPage title={i18n.t('desk.page_data')} lead={i18n.t('data.lead')}>
      <Card title={i18n.t('data.exportTitle')}>
        <p className="pb-3 text-soft">{i18n.t(forbidden ? 'data.exportForbidden' : 'data.exportText')}</p>
        <Problem of={exporting.error ?? diagnose.error} />
        <div className="flex flex-wrap gap-2">
          <Button off={forbidden || exporting.isPending} onClick={() => exporting.mutate()}>{i18n.t('data.export')}</Button>
          <Button look="quiet" onClick={() => diagnose.mutate()}>{i18n.t('data.diagnostics')}</Button>
        </div>
        <p role="status" className="text-small text-soft">{diagnose.isSuccess ? i18n.t('data.diagnosticsCopied') : ''}</p>
      </Card>
      <Restore />
      <Retention state={state} />
      <ErasePerson />
      <WithdrawConsent />
      <DeleteAll />
    </DeskPage>
  )
}

function Retention({ state }: { state: DeskState }) {
  const fixed = state.policy.retentionDays
  const save = useTell('settings.save', 'desk.state')
  const [days, setDays] = useState(String(fixed ?? state.settings.retentionDays))
  const value = Number(days)
  const wrong = !Number.isInteger(value) || value < 1 || value > 3650
  return (
    <Card title={i18n.t('data.retentionTitle')}>
      <form className="flex flex-col items-start gap-3" onSubmit={(event) => { event.preventDefault(); if (!wrong) save.mutate({ retentionDays: value }) }}>
        <Field label={i18n.t('data.retention')} hint={i18n.t('data.retentionHint')} error={wrong ? i18n.t('data.retentionWrong') : undefined} locked={fixed !== undefined}>
          {(ids) => <TextBox {...ids} inputMode="numeric" readOnly={fixed !== undefined} value={days} onChange={(event) => setDays(event.target.value)} />}
        </Field>
        <Problem of={save.error} />
        <Button type="submit" off={wrong || fixed !== undefined || value === state.settings.retentionDays}>{i18n.t('desk.save')}</Button>
      </form>
    </Card>
  )
}

/** Nothing is read or sent any more; what is kept stays until it is deleted. */
function WithdrawConsent() {
  const withdraw = useTell('consent.withdraw', 'desk.state')
  return (
    <Card title={i18n.t('data.consentTitle')}>
      <p className="pb-3 text-soft">{i18n.t('data.consentText')}</p>
      <Problem of={withdraw.error} />
      <Button off={withdraw.isPending} onClick={() => withdraw.mutate({})}>{i18n.t('data.consentWithdraw')}</Button>
    </Card>
  )
}

function DeleteAll() {
  const { data: open } = useAsk('outbox.list', {})
  const erasures = useAsk('team.state', {}).data?.erasures ?? 0
  const remove = useTell('data.delete-all', 'desk.state', 'library.list', 'feedback.page', 'outbox.list')
  const [typed, setTyped] = useState('')
  const word = i18n.t('data.deleteWord')
  const untold = remove.data && !remove.data.done ? remove.data.untold : 0
  const go = (how: 'ask' | 'drop') => remove.mutate({ untold: how }, { onSuccess: ({ done }) => { if (done) setTyped('') } })
  return (
    <Card title={i18n.t('data.deleteTitle')} tone="danger">
      <form className="flex flex-col items-start gap-3" onSubmit={(event) => { event.preventDefault(); if (typed === word) go('ask') }}>
        <p className="text-soft">{i18n.t('data.deleteText')}{open && open.length > 0 && <strong className="text-bad"> {i18n.t('data.deleteUndelivered', open.length)}</strong>}{erasures > 0 && <strong className="text-bad"> {i18n.t('data.deleteErasures', erasures)}</strong>}</p>
        <Field label={i18n.t('data.deleteType', [word])}>{(ids) => <TextBox {...ids} value={typed} onChange={(event) => setTyped(event.target.value)} />}</Field>
        <Problem of={remove.error} />
        {untold > 0 && <p role="alert" className="text-bad">{i18n.t('data.deleteUntold', untold, [String(untold)])}</p>}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" off={typed !== word || remove.isPending}>{untold > 0 ? i18n.t('data.deleteAgain') : i18n.t('data.delete')}</Button>
          {untold > 0 && <Button off={typed !== word || remove.isPending} onClick={() => go('drop')}>{i18n.t('data.deleteAllTheSame')}</Button>}
          <span role="status">{remove.data?.done ? i18n.t('data.deleted') : ''}</span>
        </div>
      </form>
    </Card>
  )
}
