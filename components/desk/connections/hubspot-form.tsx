import { useState } from 'react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { AppError } from '@/lib/domain/errors'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Card } from '../shell/page'
import { Field, TextBox } from '../shell/field'
import { WhoForm } from './who-form'

const ownersScope = 'crm.objects.owners.read'

/** Connect a HubSpot portal with a key; then say once who you are, because the key does not. */
export function HubspotForm({ state }: { state: DeskState }) {
  const [token, setToken] = useState('')
  const connect = useTell('hubspot.token')
  if (state.policy.allowStaticToken === false) return <Card title="HubSpot"><p>{i18n.t('connect.tokenForbidden')}</p></Card>
  if (connect.data) {
    const { connection, owners } = connect.data
    return <Card title={i18n.t('connect.whoTitle')}><WhoForm org={connection.org} owners={owners} /></Card>
  }
  return (
    <Card title={i18n.t('connect.hubspotTitle')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); if (token.trim()) connect.mutate({ token: token.trim() }) }}>
        <p className="rounded-md bg-warn-soft p-2.5">{i18n.t('connect.tokenWarning')}</p>
        <Field label={i18n.t('connect.token')} hint={i18n.t('connect.tokenHint')}>
          {(ids) => <TextBox {...ids} type="password" value={token} onChange={(event) => setToken(event.target.value)} autoComplete="off" spellCheck={false} />}
        </Field>
        {lacksOwners(connect.error) ? <p role="alert" className="rounded-md bg-warn-soft p-2.5">{i18n.t('connect.noOwners')}</p> : <Problem of={connect.error} service={i18n.t('ui.hubspot')} settingUp />}
        <Button type="submit" look="primary" className="self-start" off={!token.trim() || connect.isPending}>{i18n.t('connect.connect')}</Button>
      </form>
    </Card>
  )
}

/** The key is good but may not see who there is to be. */
function lacksOwners(error: Error | null): boolean {
  return error instanceof AppError && error.kind === 'forbidden' && error.detail === ownersScope
}
