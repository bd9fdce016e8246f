import { lazy, Suspense, useState } from 'react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { bring } from '@/components/ui/bring'
import { Button } from '@/components/ui/button'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { linkTo, type Page } from '../shell/route'
import { Card, DeskPage } from '../shell/page'

const SamplePanel = lazy(() => bring(() => import('./sample-panel')))

/** How many it is called while that is not known. */
const many = 2

/** Where everything stands, what to do next, and the samples. */
export function HomePage({ state }: { state: DeskState }) {
  const load = useTell('samples.load', 'desk.state', 'library.list', 'feedback.page')
  const remove = useTell('samples.remove', 'desk.state', 'library.list', 'feedback.page')
  const needs = useAsk('requests.list', {})
  const found = useAsk('finding.list', {})
  const requests = needs.data?.needs.filter(({ openIds }) => openIds.length > 0).length
  const findings = found.data?.filter((finding) => finding.state === 'noticed').length
  const [shown, setShown] = useState(false)
  const connected = state.connections.filter(({ state: now }) => now === 'connected').length
  return (
    <DeskPage title={i18n.t('home.title')} lead={i18n.t('home.lead')}>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-5">
        <Fact page="connections" name={i18n.t('home.connections', connected)} value={connected} />
        <Fact page="library" name={i18n.t('home.library', state.library.size)} value={state.library.size} />
        <Fact page="library" query="tab=requests" name={i18n.t('home.requests', requests ?? many)} value={requests} />
        <Fact page="findings" name={i18n.t('home.findings', findings ?? many)} value={findings} />
        <Fact page="connections" name={i18n.t('home.outbox', state.outbox.open)} value={state.outbox.open} />
      </div>
      <Problem of={needs.error ?? found.error} retry={() => void Promise.all([needs.refetch(), found.refetch()])} />
      {state.connections.length === 0 && (
        <Card title={i18n.t('home.connectTitle')} aside={<a className="text-accent-strong underline" href={linkTo('set-up')}>{i18n.t('home.connect')}</a>}>
          <p className="text-soft">{i18n.t('home.connectText')}</p>
        </Card>
      )}
      <Card
        title={i18n.t('home.samplesTitle')}
        aside={state.samples
          ? <Button off={remove.isPending} onClick={() => { setShown(false); remove.mutate({}) }}>{i18n.t('home.samplesRemove')}</Button>
          : <Button look={state.connections.length === 0 ? 'primary' : 'plain'} off={load.isPending} onClick={() => load.mutate({})}>{i18n.t('home.samplesLoad')}</Button>}
      >
        <p className="text-soft">{i18n.t(state.samples ? 'home.samplesIn' : 'home.samplesOut')}</p>
        <Problem of={load.error ?? remove.error} />
        {state.samples && !shown && <Button className="mt-3" onClick={() => setShown(true)}>{i18n.t('home.samplesShow')}</Button>}
        {state.samples && shown && <Suspense><SamplePanel /></Suspense>}
      </Card>
    </DeskPage>
  )
}

/** A number and where it is seen to; no number while it is not known. */
function Fact({ page, query, name, value }: { page: Page; query?: string; name: string; value: number | undefined }) {
  return (
    <a href={linkTo(page, query)} className="rounded-lg border border-line p-4 hover:border-accent">
      <span className="block text-title font-semibold">{value === undefined ? '\u00a0' : numberText(value)}</span>
      <span className="text-soft">{name}</span>
    </a>
  )
}
