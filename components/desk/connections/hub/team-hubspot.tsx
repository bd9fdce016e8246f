import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Field, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'

/** While the owner agrees on HubSpot's page. */
const lookEveryMs = 3_000

/** HubSpot connected once, at the hub, for everybody in it. For owners. */
export function TeamHubspot({ keysAllowed }: { keysAllowed: boolean }) {
  const { data: link, error } = useAsk('team.hubspot', {})
  const connect = useTell('team.hubspot-connect', 'team.hubspot')
  const forget = useTell('team.hubspot-forget', 'team.hubspot', 'desk.state')
  const { mutate: sync } = useTell('team.sync', 'team.hubspot', 'team.state', 'desk.state')
  const [sure, setSure] = useState(false)
  const connected = link?.state === 'connected'
  const away = connect.isSuccess && !connected
  // The owner agrees on HubSpot's page, in another tab.
  useEffect(() => {
    if (!away) return undefined
    const look = () => { if (document.visibilityState === 'visible') sync({}) }
    const timer = setInterval(look, lookEveryMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [away, sync])
  if (!link) return <Problem of={error} service={i18n.t('team.theHub')} />
  return (
    <Card title={i18n.t('team.hubspot')}>
      <div className="flex flex-col gap-3">
        <p className="text-soft">{i18n.t('team.hubspotLead')}</p>
        <p role="status" className={link.state === 'broken' ? 'text-bad' : undefined}>
          {connected ? i18n.t('team.hubspotConnected', [link.portal ?? '']) : link.state === 'broken' ? i18n.t('team.hubspotBroken') : i18n.t('team.hubspotNone')}
        </p>
        <Problem of={connect.error ?? forget.error} service={i18n.t('team.theHub')} />
        {away && <p role="status" className="text-soft">{i18n.t('team.hubspotOpened')}</p>}
        {!connected && link.oauth && <Button look="primary" className="self-start" off={connect.isPending} onClick={() => connect.mutate({})}>{i18n.t('team.hubspotConnect')}</Button>}
        {!connected && (keysAllowed ? <KeyForm /> : <p className="text-soft">{i18n.t('connect.tokenForbidden')}</p>)}
        {link.state !== 'none' && (sure
          ? (
            <span className="flex flex-wrap items-center gap-2">
              {i18n.t('team.hubspotForgetSure')}
              <Button off={forget.isPending} onClick={() => { forget.mutate({}); setSure(false) }}>{i18n.t('team.hubspotForget')}</Button>
              <Button look="quiet" onClick={() => setSure(false)}>{i18n.t('desk.cancel')}</Button>
            </span>
            )
          : <Button look="quiet" className="self-start" onClick={() => setSure(true)}>{i18n.t('team.hubspotForget')}</Button>)}
      </div>
    </Card>
  )
}

function KeyForm() {
  const [key, setKey] = useState('')
  const keep = useTell('team.hubspot-key', 'team.hubspot', 'desk.state')
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); if (key.trim()) keep.mutate({ key: key.trim() }) }}>
      <Field label={i18n.t('team.hubspotKey')} hint={i18n.t('team.hubspotKeyHint')}>
        {(ids) => <TextBox {...ids} type="password" value={key} onChange={(event) => setKey(event.target.value)} autoComplete="off" spellCheck={false} />}
      </Field>
      <Problem of={keep.error} service={i18n.t('team.theHub')} />
      <Button type="submit" className="self-start" off={!key.trim() || keep.isPending}>{i18n.t('team.hubspotKeyKeep')}</Button>
    </form>
  )
}
