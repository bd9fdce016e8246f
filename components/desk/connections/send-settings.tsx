import { useForm } from 'react-hook-form'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { sendChannel } from '@/lib/domain/ledger'
import type { Settings } from '@/lib/domain/settings'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Check, Choice, Field, TextArea, TextBox } from '../shell/field'
import { Card } from '../shell/page'
import { StatusFields } from './status-fields'

const fields = '{firstName} {lastName} {name} {company} {title} {assetTitle} {link} {repName}'
const channels = sendChannel.options.filter((channel) => channel !== 'meeting')

/** How mails are opened and worded, what is written to the CRM, and who this person is to Leadside. */
export function SendSettings({ state }: { state: DeskState }) {
  const { register, handleSubmit, formState } = useForm<Settings>({ values: state.settings })
  const save = useTell('settings.save', 'desk.state')
  const submit = handleSubmit((values) => save.mutate({ ...values, sendChannel: values.sendChannel || undefined, statusMap: withoutEmpty(values.statusMap) }))
  return (
    <Card title={i18n.t('sendSettings.title')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={i18n.t('sendSettings.role')} hint={i18n.t('sendSettings.roleHint')}>
            {(ids) => <Choice {...ids} {...register('role')}>{(['rep', 'marketer'] as const).map((role) => <option key={role} value={role}>{message(`sendSettings.role_${role}`)}</option>)}</Choice>}
          </Field>
          <Field label={i18n.t('sendSettings.channel')} hint={i18n.t('sendSettings.channelHint')}>
            {(ids) => <Choice {...ids} {...register('sendChannel')}><option value="">{i18n.t('sendSettings.channelAuto')}</option>{channels.map((channel) => <option key={channel} value={channel}>{message(`sendSettings.channel_${channel}`)}</option>)}</Choice>}
          </Field>
        </div>
        <Field label={i18n.t('sendSettings.subject')}>{(ids) => <TextBox {...ids} {...register('subjectTemplate')} />}</Field>
        <Field label={i18n.t('sendSettings.body')} hint={i18n.t('sendSettings.fields', [fields])}>{(ids) => <TextArea {...ids} rows={7} {...register('bodyTemplate')} />}</Field>
        <Check label={i18n.t('sendSettings.logAtOpening')} hint={i18n.t('sendSettings.logAtOpeningHint')} {...register('logAtOpening')} />
        <Check label={i18n.t('sendSettings.returnTask')} hint={i18n.t('sendSettings.returnTaskHint')} {...register('returnTask')} />
        <StatusFields state={state} register={register} />
        <Problem of={save.error} />
        <div className="flex items-center gap-3">
          <Button type="submit" look="primary" off={!formState.isDirty || save.isPending}>{i18n.t('desk.save')}</Button>
          <span role="status" className="text-soft">{save.isSuccess && !formState.isDirty ? i18n.t('desk.saved') : ''}</span>
        </div>
      </form>
    </Card>
  )
}

function withoutEmpty(map: Settings['statusMap']): Settings['statusMap'] {
  const filled = (entries: Record<string, string>) => Object.fromEntries(Object.entries(entries).filter(([, status]) => status.trim() !== ''))
  return { salesforce: filled(map.salesforce), hubspot: filled(map.hubspot) }
}
