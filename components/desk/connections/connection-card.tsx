import { useState } from 'react'
import { CircleCheck, CircleX } from 'lucide-react'
import type { Connection } from '@/lib/domain/connection'
import type { ErrorAction } from '@/lib/domain/errors'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { crmName } from '@/components/ui/crm-name'
import { Disclosure } from '@/components/ui/disclosure'
import { ErrorNote } from '@/components/ui/error-note'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { Tag } from '@/components/ui/tag'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTell, useTellAloud } from '../data/ask'
import { Problem } from '../data/problem'
import { useMayPublish } from '../data/use-team-role'
import { useDesk } from '../desk-context'
import { Card } from '../shell/page'
import { HubspotSetUp } from './hubspot-set-up'
import { WhoIsMissing } from './who-form'

/** What a new sign-in helps against; against everything else another try. */
const helpedByConnecting: ReadonlySet<ErrorAction> = new Set(['sign-in', 'connect'])
const tones = { connected: 'good', expired: 'warn', failed: 'bad' } as const

/** One CRM organisation: state, acting user, budget, scopes, abilities; test and disconnect. */
export function ConnectionCard({ connection, onConnect }: { connection: Connection; onConnect: () => void }) {
  const { crm, org } = connection
  const { door } = useDesk()
  const mayPublish = useMayPublish()
  const test = useTell('connection.test', 'desk.state')
  const help = async (action: ErrorAction) => {
    if (helpedByConnecting.has(action)) return onConnect()
    // A host that was taken away is given back by this very click.
    if (action === 'grant-access' && connection.error?.detail && !(await door.askHosts([`https://${connection.error.detail}/*`]))) return
    test.mutate({ crm, org })
  }
  return (
    <Card
      title={<>{crmName(crm)} · <Foreign text={org} /></>}
      aside={<Tag tone={tones[connection.state]}>{message(`connect.state_${connection.state}`)}</Tag>}
    >
      <div className="flex flex-col gap-3">
        {connection.error && <ErrorNote error={connection.error} service={crmName(crm)} look="card" settingUp act={(action) => void help(action)} />}
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
          <Fact name={i18n.t('connect.actingAs')}>
            {connection.actingAs ? <><Foreign text={connection.actingAs.name} />{!connection.actingAs.verified && <span className="text-faint"> {i18n.t('connect.stated')}</span>}</> : '–'}
          </Fact>
          <Fact name={i18n.t('connect.mode')}>{message(`connect.mode_${connection.mode}`)}</Fact>
          <Fact name={connection.budget?.per === 'ten-seconds' ? i18n.t('connect.budgetTen') : i18n.t('connect.budget')}>{connection.budget ? i18n.t('connect.budgetUsed', [numberText(connection.budget.used), numberText(connection.budget.max)]) : i18n.t('connect.budgetUnknown')}</Fact>
        </dl>
        {connection.scopes.length > 0 && <Disclosure title={i18n.t('connect.scopes')}><p className="text-small text-soft"><code>{connection.scopes.join(' ')}</code></p></Disclosure>}
        <ul className="grid gap-1.5 sm:grid-cols-2">
          {connection.abilities.map((ability) => (
            <li key={ability.name} className="flex items-start gap-1.5">
              {ability.ok ? <CircleCheck aria-hidden size={15} className="mt-0.5 shrink-0 text-good" /> : <CircleX aria-hidden size={15} className="mt-0.5 shrink-0 text-bad" />}
              <span>
                {message(labelKey('ability', ability.name))}
                {!ability.ok && <span className="text-soft"> – {i18n.t('connect.missing')}{ability.need && <> <code>{ability.need}</code></>}{ability.who && <>, {message(`connect.who_${ability.who}`)}</>}</span>}
              </span>
            </li>
          ))}
        </ul>
        {crm === 'hubspot' && connection.state === 'connected' && !connection.actingAs && <WhoIsMissing org={org} />}
        {crm === 'hubspot' && (mayPublish || connection.mode !== 'hub') && <HubspotSetUp org={org} />}
        <Problem of={test.error} service={crmName(crm)} settingUp />
        <div className="flex flex-wrap gap-2">
          <Button off={test.isPending} onClick={() => test.mutate({ crm, org })}>{i18n.t('connect.test')}</Button>
          {connection.mode !== 'hub' && <Disconnect connection={connection} />}
        </div>
      </div>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return <div><dt className="text-small text-faint">{name}</dt><dd>{children}</dd></div>
}

/** Names what is undelivered before anything is forgotten. */
function Disconnect({ connection: { crm, org } }: { connection: Connection }) {
  const disconnect = useTellAloud('connection.disconnect', 'desk.state', 'outbox.list')
  const [asked, setAsked] = useState(false)
  const undelivered = disconnect.data && !disconnect.data.done ? disconnect.data.undelivered : 0
  if (undelivered > 0) {
    return (
      <span className="flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-2 py-1">
        {i18n.t('connect.undelivered', undelivered)}
        <Button onClick={() => disconnect.mutate({ crm, org, undelivered: 'drop' })}>{i18n.t('connect.dropThem')}</Button>
        <Button look="quiet" onClick={() => disconnect.reset()}>{i18n.t('desk.cancel')}</Button>
      </span>
    )
  }
  if (asked) {
    return (
      <span className="flex flex-wrap items-center gap-2">
        {i18n.t('connect.disconnectSure')}
        <Button onClick={() => disconnect.mutate({ crm, org, undelivered: 'ask' })}>{i18n.t('connect.disconnect')}</Button>
        <Button look="quiet" onClick={() => setAsked(false)}>{i18n.t('desk.cancel')}</Button>
      </span>
    )
  }
  return <Button look="quiet" onClick={() => setAsked(true)}>{i18n.t('connect.disconnect')}</Button>
}
