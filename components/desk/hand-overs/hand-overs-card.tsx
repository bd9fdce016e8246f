import { useState } from 'react'
import type { HandOverConnection, HandOverStep } from '@/lib/bus/protocol/hand-overs'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { crmName } from '@/components/ui/crm-name'
import { ErrorNote } from '@/components/ui/error-note'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Card } from '../shell/page'
import { RuleForm } from './rule-form'
import { ruleText } from './rule-text'
import { useReading } from './use-reading'

/** What counts as handed over in each connected CRM, and how far the leads that were are read. */
export function HandOversCard() {
  const { data, error, refetch } = useAsk('hand-overs.state', {})
  if (data?.connections.length === 0) return null
  return (
    <Card title={i18n.t('handOvers.title')}>
      <p className="max-w-3xl pb-3 text-soft">{i18n.t('handOvers.lead')}</p>
      <Problem of={error} retry={() => void refetch()} />
      <ul className="flex flex-col gap-4">
        {data?.connections.map((connection) => <RuleOf key={connection.crm + connection.org} connection={connection} />)}
      </ul>
    </Card>
  )
}

function RuleOf({ connection }: { connection: HandOverConnection }) {
  const { crm, org, rule } = connection
  const [editing, setEditing] = useState(false)
  const reading = useReading(crm, org)
  const done = (saved: boolean) => {
    setEditing(false)
    if (saved) reading.start()
  }
  return (
    <li className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="font-medium">{crmName(crm)} · <Foreign text={org} /></h3>
      {editing ? <RuleForm connection={connection} onDone={done} /> : <>
        <p>{rule ? <bdi>{ruleText(rule.way)}</bdi> : <span className="text-soft">{i18n.t('overview.coverageUnknown')}</span>}</p>
        {rule && <State connection={connection} step={reading.running ? reading.step : undefined} running={reading.running} />}
        {reading.step?.error && <ErrorNote error={reading.step.error} service={crmName(crm)} look="card" act={() => reading.start()} />}
        <Problem of={reading.failure} retry={reading.start} />
        {rule && <Lacks connection={connection} />}
        <div className="flex flex-wrap gap-2">
          {rule && (reading.running
            ? <Button onClick={reading.stop}>{i18n.t('handOvers.stop')}</Button>
            : <Button onClick={reading.start}>{i18n.t('handOvers.read')}</Button>)}
          <Button look={rule ? 'quiet' : 'primary'} off={reading.running} onClick={() => setEditing(true)}>{i18n.t(rule ? 'handOvers.change' : 'handOvers.choose')}</Button>
          {rule && <Remove connection={connection} off={reading.running} />}
        </div>
      </>}
    </li>
  )
}

/** How many, as of when, and whether that is all. */
function State({ connection: { count, completeAt, readAt }, step, running }: { connection: HandOverConnection; step: HandOverStep | undefined; running: boolean }) {
  if (running) {
    return <p role="status" className="text-soft">{step ? i18n.t('handOvers.reading', step.count, [String(step.count), String(step.left)]) : i18n.t('handOvers.starting')}</p>
  }
  if (readAt === undefined) return <p className="text-soft">{i18n.t('handOvers.notRead')}</p>
  return (
    <p className="text-soft">
      {i18n.t('handOvers.count', count)} · {completeAt === undefined ? i18n.t('handOvers.incomplete') : <>{i18n.t('handOvers.asOf')} <Ago at={completeAt} /></>}
    </p>
  )
}

function Lacks({ connection: { crm, lacks } }: { connection: HandOverConnection }) {
  if (lacks.length === 0) return null
  return (
    <div className="rounded-md bg-warn-soft px-3 py-2">
      <p className="font-medium">{i18n.t('handOvers.lacks', [crmName(crm)])}</p>
      <ul className="list-disc pl-5">
        {lacks.map(({ part, need }) => <li key={part + need}>{message(`handOvers.lack_${part}`)}: <code>{need}</code></li>)}
      </ul>
    </div>
  )
}

function Remove({ connection: { crm, org }, off }: { connection: HandOverConnection; off: boolean }) {
  const remove = useTell('hand-overs.set-rule', 'hand-overs.state', 'hand-overs.page')
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button look="quiet" off={off} onClick={() => setAsked(true)}>{i18n.t('handOvers.remove')}</Button>
  return (
    <span className="flex flex-wrap items-center gap-2">
      {i18n.t('handOvers.removeSure')}
      <Button onClick={() => remove.mutate({ crm, org, rule: null }, { onSuccess: () => setAsked(false) })}>{i18n.t('handOvers.remove')}</Button>
      <Button look="quiet" onClick={() => setAsked(false)}>{i18n.t('desk.cancel')}</Button>
      <Problem of={remove.error} />
    </span>
  )
}
