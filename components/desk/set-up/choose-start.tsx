import { useState } from 'react'
import { Cloud, FlaskConical, Orbit } from 'lucide-react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { HubspotForm } from '../connections/hubspot-form'
import { SalesforceForm } from '../connections/salesforce-form'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { goTo } from '../shell/route'
import { Ready } from './ready'

/** Salesforce, HubSpot or samples; then connected or loaded: open any lead. */
export function ChooseStart({ state }: { state: DeskState }) {
  const [choice, setChoice] = useState<'salesforce' | 'hubspot'>()
  const samples = useTell('samples.load', 'desk.state', 'library.list')
  const connected = state.connections.some((connection) => connection.state === 'connected')
  if (connected) return <Ready connections={state.connections} />
  return (
    <>
      <header>
        <h1 className="text-title font-semibold">{i18n.t('setUp.title')}</h1>
        <p className="pt-1 text-soft">{i18n.t('setUp.lead')}</p>
      </header>
      <div className="grid gap-3 sm:grid-cols-3">
        <Option icon={<Cloud aria-hidden />} title="Salesforce" text={i18n.t('setUp.salesforce')} pressed={choice === 'salesforce'} onClick={() => setChoice('salesforce')} />
        <Option icon={<Orbit aria-hidden />} title="HubSpot" text={i18n.t('setUp.hubspot')} pressed={choice === 'hubspot'} onClick={() => setChoice('hubspot')} />
        <Option icon={<FlaskConical aria-hidden />} title={i18n.t('setUp.samplesTitle')} text={i18n.t('setUp.samples')} onClick={() => samples.mutate({}, { onSuccess: () => goTo('home') })} />
      </div>
      <Problem of={samples.error} />
      {choice === 'salesforce' && <SalesforceForm state={state} />}
      {choice === 'hubspot' && <HubspotForm state={state} />}
      <Button look="quiet" className="self-start" onClick={() => goTo('home')}>{i18n.t('setUp.later')}</Button>
    </>
  )
}

function Option({ icon, title, text, pressed, onClick }: { icon: React.ReactNode; title: string; text: string; pressed?: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-pressed={pressed} onClick={onClick} className="flex flex-col items-start gap-1 rounded-lg border border-edge bg-paper p-4 text-left transition-colors hover:border-accent hover:bg-accent-soft aria-pressed:border-accent aria-pressed:bg-accent-soft">
      <span className="text-accent">{icon}</span>
      <span className="text-large font-semibold">{title}</span>
      <span className="text-soft">{text}</span>
    </button>
  )
}
