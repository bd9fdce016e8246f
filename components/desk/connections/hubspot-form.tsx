import { useState } from 'react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Card } from '../shell/page'
import { Choice, Field, TextBox } from '../shell/field'

/** Connect a HubSpot portal with a key; then say once who you are, because the key does not. */
export function HubspotForm({ state }: { state: DeskState }) {
  const [token, setToken] = useState('')
  const [owner, setOwner] = useState('')
  const connect = useTell('hubspot.token')
  const iam = useTell('hubspot.iam', 'desk.state')
  if (state.policy.allowStaticToken === false) return <Card title="HubSpot"><p>{i18n.t('connect.tokenForbidden')}</p></Card>
  if (connect.data) {
    const { connection, owners } = connect.data
    return (
      <Card title={i18n.t('connect.whoTitle')}>
        <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); if (owner) iam.mutate({ org: connection.org, ownerId: owner }) }}>
          <Field label={i18n.t('connect.who')} hint={i18n.t('connect.whoHint')}>
            {(ids) => (
              <Choice {...ids} value={owner} onChange={(event) => setOwner(event.target.value)}>
                <option value="">{i18n.t('connect.choose')}</option>
                {owners.map((person) => <option key={person.id} value={person.id}>{person.email ? `${person.name} (${person.email})` : person.name}</option>)}
              </Choice>
            )}
          </Field>
          <Problem of={iam.error} />
          <Button type="submit" look="primary" className="self-start" off={!owner || iam.isPending}>{i18n.t('connect.iam')}</Button>
        </form>
      </Card>
    )
  }
  return (
    <Card title={i18n.t('connect.hubspotTitle')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); if (token.trim()) connect.mutate({ token: token.trim() }) }}>
        <p className="rounded-md bg-warn-soft p-2.5">{i18n.t('connect.tokenWarning')}</p>
        <Field label={i18n.t('connect.token')} hint={i18n.t('connect.tokenHint')}>
          {(ids) => <TextBox {...ids} type="password" value={token} onChange={(event) => setToken(event.target.value)} autoComplete="off" spellCheck={false} />}
        </Field>
        <Problem of={connect.error} />
        <Button type="submit" look="primary" className="self-start" off={!token.trim() || connect.isPending}>{i18n.t('connect.connect')}</Button>
      </form>
    </Card>
  )
}
