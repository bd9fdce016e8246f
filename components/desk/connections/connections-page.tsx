import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useAsk } from '../data/ask'
import { useMayPublish } from '../data/use-team-role'
import { DeskPage } from '../shell/page'
import { HandOversCard } from '../hand-overs/hand-overs-card'
import { ConnectionCard } from './connection-card'
import { HubCard } from './hub/hub-card'
import { HubspotForm } from './hubspot-form'
import { Outbox } from './outbox'
import { SalesforceForm } from './salesforce-form'
import { SendSettings } from './send-settings'

/** Each CRM with what works and what is missing; how sends and verdicts are written; how CRM words map to ours. */
export function ConnectionsPage({ state }: { state: DeskState }) {
  const { data: team } = useAsk('team.state', {})
  const mayPublish = useMayPublish()
  const [adding, setAdding] = useState<'salesforce' | 'hubspot' | 'hub' | undefined>(undefined)
  return (
    <DeskPage
      title={i18n.t('desk.page_connections')}
      lead={i18n.t('connect.lead')}
      actions={<>
        <Button onClick={() => setAdding('salesforce')}><Plus aria-hidden size={15} />Salesforce</Button>
        <Button onClick={() => setAdding('hubspot')}><Plus aria-hidden size={15} />HubSpot</Button>
        {team === null && <Button onClick={() => setAdding('hub')}><Plus aria-hidden size={15} />{i18n.t('team.join')}</Button>}
      </>}
    >
      {adding === 'salesforce' && <SalesforceForm state={state} />}
      {adding === 'hubspot' && <HubspotForm state={state} />}
      {state.connections.length === 0 && !adding && <p className="rounded-lg border border-dashed border-edge p-6 text-center text-soft">{i18n.t('connect.none')}</p>}
      {state.connections.map((connection) => <ConnectionCard key={connection.crm + connection.org} connection={connection} onConnect={() => setAdding(connection.crm)} />)}
      {state.connections.length > 0 && mayPublish && <HandOversCard />}
      <HubCard state={state} joining={adding === 'hub'} onJoined={() => setAdding(undefined)} />
      <Outbox />
      <SendSettings state={state} />
    </DeskPage>
  )
}
