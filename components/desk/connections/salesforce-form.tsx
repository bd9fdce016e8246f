import { useState } from 'react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { useDesk } from '../desk-context'
import { CopyButton } from '../shell/copy-button'
import { Card } from '../shell/page'
import { Field, TextBox } from '../shell/field'
import { AskAdmin } from './ask-admin'

/** Connect a Salesforce org: the team's own app key, or, where policy lets it, the browser's session. */
export function SalesforceForm({ state }: { state: DeskState }) {
  const { door } = useDesk()
  const fixedOrg = state.policy.allowedOrgs?.find((org) => org.includes('.'))
  const fixedClient = state.policy.salesforceClientId
  const [address, setAddress] = useState(fixedOrg ?? '')
  const [clientId, setClientId] = useState(fixedClient ?? state.settings.salesforceClientId ?? '')
  const oauth = useTell('salesforce.oauth', 'desk.state')
  const session = useTell('salesforce.session', 'desk.state')
  const [refused, setRefused] = useState(false)
  const found = door.findOrg(address)
  const org = found?.org
  /** Hosts that are not there from the start are asked for by this very click. */
  const allowed = async () => {
    const granted = !found?.asked.length || (await door.askPages(found.asked))
    setRefused(!granted)
    return granted
  }
  const connect = async () => {
    if (org && clientId && (await allowed())) oauth.mutate({ org, clientId })
  }
  const connectBySession = async () => {
    if (org && (await door.askPermission('cookies'))) session.mutate({ org })
  }
  return (
    <Card title={i18n.t('connect.salesforceTitle')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); void connect() }}>
        <Field label={i18n.t('connect.org')} hint={i18n.t('connect.orgHint')} error={address && !org ? i18n.t('connect.orgWrong') : undefined} locked={fixedOrg !== undefined}>
          {(ids) => <TextBox {...ids} value={address} readOnly={fixedOrg !== undefined} onChange={(event) => setAddress(event.target.value)} placeholder="acme.my.salesforce.com" autoComplete="off" />}
        </Field>
        <Field label={i18n.t('connect.clientId')} hint={i18n.t('connect.clientIdHint')} locked={fixedClient !== undefined}>
          {(ids) => <TextBox {...ids} value={clientId} readOnly={fixedClient !== undefined} onChange={(event) => setClientId(event.target.value)} autoComplete="off" spellCheck={false} />}
        </Field>
        <RedirectAddress url={state.redirectUrl} />
        {refused && <p role="alert" className="rounded-md bg-warn-soft p-2.5">{i18n.t('connect.pagesRefused')}</p>}
        <Problem of={oauth.error ?? session.error} service={i18n.t('ui.salesforce')} settingUp />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" off={!org || !clientId || oauth.isPending}>{oauth.isPending ? i18n.t('connect.waiting') : i18n.t('connect.signIn')}</Button>
          {!fixedClient && <AskAdmin redirectUrl={state.redirectUrl} adminPage={state.adminPage} />}
        </div>
        {state.policy.allowBrowserSession !== false && (
          <Disclosure title={i18n.t('connect.otherWays')}>
            <div className="flex flex-col items-start gap-2 pt-2">
              <p className="text-soft">{i18n.t('connect.sessionText')}</p>
              <Button off={!org || session.isPending} onClick={() => void connectBySession()}>{i18n.t('connect.session')}</Button>
            </div>
          </Disclosure>
        )}
      </form>
    </Card>
  )
}

/** The address an admin registers; it differs per browser. */
function RedirectAddress({ url }: { url: string }) {
  return (
    <div className="rounded-md bg-sunken p-2.5">
      <p className="text-small text-soft">{i18n.t('connect.redirect')}</p>
      <p className="flex items-center gap-2"><code className="min-w-0 flex-1 break-all">{url}</code>
        <CopyButton text={url} label={i18n.t('connect.copyRedirect')} />
      </p>
    </div>
  )
}
