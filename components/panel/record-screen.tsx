import { Suspense } from 'react'
import { recordKey } from '@/lib/domain/record-ref'
import { useOnScreen } from './data/record-context'
import { useScreen } from './data/screen-store'
import { usePainted, useSoon } from './data/use-painted'
import { useWhenIdle } from './data/use-when-idle'
import { useScrollPerPage } from './data/use-scroll-per-page'
import { useRecord, type RecordState } from './data/use-record'
import { Header, UnknownHeader } from './header/header'
import { ReadPage, SendPage, wantedNext } from './later-parts'
import { RecordPage } from './record-page'
import { Bones } from './states/skeleton'
import { NoRecord } from './states/no-record'
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
      <main {...scroll} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain short:flex-none short:overflow-visible">
        <Suspense fallback={<Bones />}>
          <Middle record={record} />
        </Suspense>
      </main>
      {view ? <VerdictBar view={view} /> : <NoVerdictBar waiting={!record.error} />}
    </>
  )
}

function Middle({ record: { view, error, refresh } }: { record: RecordState }) {
  const page = useScreen((screen) => screen.page)
  if (!view) return error ? <NoRecord error={error} refresh={refresh} /> : <Bones />
  if (page.name === 'send') return <SendPage key={page.assetId} view={view} assetId={page.assetId} />
  if (page.name === 'read') return <ReadPage key={page.assetId} assetId={page.assetId} />
  return <RecordPage view={view} />
}
