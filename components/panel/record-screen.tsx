import { Suspense } from 'react'
import { recordKey } from '@/lib/domain/record-ref'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useOnScreen } from './data/record-context'
import { useScreen, useScreenStore } from './data/screen-store'
import { usePainted, useSoon } from './data/use-painted'
import { useWhenIdle } from './data/use-when-idle'
import { useScrollPerPage } from './data/use-scroll-per-page'
import { useRecord, type RecordState } from './data/use-record'
import { Header, UnknownHeader } from './header/header'
import { ReadPage, SendPage, wantedNext } from './later-parts'
import { RecordPage } from './record-page'
import { Bones } from './states/skeleton'
import { NoRecord } from './states/no-record'
import { Part } from './states/part'
import { Problem } from './states/problem'
import { VerdictBar } from './verdict/bar'
import { NoVerdictBar } from './verdict/no-bar'

const nothing: typeof wantedNext = []

/** One record: who on top, the verdict at the bottom, and between them the page the rep is on. */
export function RecordScreen() {
  const { ref, context } = useOnScreen()
  const record = useRecord(ref)
  usePainted(recordKey(ref), useSoon(record.view !== undefined), context)
  const { view, refresh, refreshing } = record
  const scroll = useScrollPerPage()
  useWhenIdle(view ? wantedNext : nothing)
  const brief = useScreen((screen) => screen.page.name !== 'record')
  return (
    <>
      {view ? <Header view={view} brief={brief} refresh={refresh} refreshing={refreshing} /> : <UnknownHeader waiting={!record.error} refresh={refresh} refreshing={refreshing} />}
      {view && record.error && <Problem error={record.error} refresh={refresh} />}
      <main {...scroll} tabIndex={-1} className="relative outline-none min-h-0 flex-1 overflow-y-auto overscroll-contain short:flex-none short:overflow-visible">
        <Suspense fallback={<Bones />}>
          <Middle record={record} />
        </Suspense>
      </main>
      {view ? <Part className="border-t border-line p-3"><VerdictBar view={view} /></Part> : <NoVerdictBar waiting={!record.error} />}
    </>
  )
}

function Middle({ record: { view, error, refresh } }: { record: RecordState }) {
  const screen = useScreenStore()
  const page = useScreen((screen) => screen.page)
  if (!view) return error ? <NoRecord error={error} refresh={refresh} /> : <Bones />
  if (page.name === 'record') return <RecordPage view={view} />
  const back = <Button className="mt-3" onClick={() => screen.setState({ page: { name: 'record' } })}>{i18n.t('panel.back')}</Button>
  return (
    <Part key={page.name + page.assetId} className="p-3" instead={back}>
      {page.name === 'send' ? <SendPage view={view} assetId={page.assetId} /> : <ReadPage assetId={page.assetId} />}
    </Part>
  )
}
