import type { UseFormRegister } from 'react-hook-form'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { verdictValue } from '@/lib/domain/ledger'
import type { Settings } from '@/lib/domain/settings'
import { crmName } from '@/components/ui/crm-name'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Field, TextBox } from '../shell/field'

type Crm = keyof Settings['statusMap']

/** Which status of the record a verdict also sets: the policy's, else for an admin of that CRM to choose. */
export function StatusFields({ state, register }: { state: DeskState; register: UseFormRegister<Settings> }) {
  const crms = (['salesforce', 'hubspot'] as const).filter((crm) => state.policy.statusByVerdict?.[crm] ?? state.connections.some((connection) => connection.crm === crm))
  return crms.map((crm) => <StatusesOf key={crm} crm={crm} state={state} register={register} />)
}

function StatusesOf({ crm, state, register }: { crm: Crm; state: DeskState; register: UseFormRegister<Settings> }) {
  const fixed = state.policy.statusByVerdict && (state.policy.statusByVerdict[crm] ?? {})
  const connections = state.connections.filter((connection) => connection.crm === crm)
  const isAdmin = connections.some(({ admin }) => admin === true)
  const throughHub = connections.length > 0 && connections.every(({ mode }) => mode === 'hub')
  return (
    <fieldset className="grid gap-3 sm:grid-cols-4">
      <legend className="pb-2 text-small font-medium text-soft">{i18n.t('sendSettings.status', [crmName(crm)])}</legend>
      {verdictValue.options.map((verdict) => (
        <Field key={verdict} label={message(`verdict.${verdict}`)} locked={fixed !== undefined}>
          {(ids) => (fixed
            ? <TextBox {...ids} value={fixed[verdict] ?? i18n.t('sendSettings.statusNone')} readOnly />
            : <TextBox {...ids} {...register(`statusMap.${crm}.${verdict}`)} placeholder={i18n.t('sendSettings.statusNone')} readOnly={!isAdmin} />)}
        </Field>
      ))}
      {!fixed && !isAdmin && <p className="text-small text-faint sm:col-span-4">{throughHub ? i18n.t('sendSettings.statusHub') : i18n.t('sendSettings.statusAdmin', [crmName(crm)])}</p>}
    </fieldset>
  )
}
