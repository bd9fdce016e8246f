import { lazy, Suspense } from 'react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { bring } from '@/components/ui/bring'
import { i18n } from '#i18n'
import { useMayPublish } from '../data/use-team-role'
import { useFragmentQuery } from '../shell/route'
import LibraryPage from './library-page'
import { libraryTabs, LibraryTabs } from './library-tabs'

const SourcesPage = lazy(() => bring(() => import('./sources/sources-page')))
const RequestsPage = lazy(() => bring(() => import('./requests/requests-page')))
const CarePage = lazy(() => bring(() => import('./care/care-page')))
const GapsPage = lazy(() => bring(() => import('./gaps/gaps-page')))
const AssetPage = lazy(() => bring(() => import('./asset/asset-page')))

/** The repository and what keeps it in order, each a page of its own; `tab` in the address says which. */
export default function LibrarySpace({ state }: { state: DeskState }) {
  const query = useFragmentQuery()
  const mayPublish = useMayPublish()
  const wanted = query.get('tab') ?? 'assets'
  const tab = libraryTabs.find((each) => each === wanted) ?? (wanted === 'asset' ? undefined : 'assets')
  return (
    <>
      <LibraryTabs current={tab ?? 'assets'} />
      {!mayPublish && <div className="mx-auto w-full max-w-6xl px-4 pt-4 md:px-8"><p role="note" className="rounded-md bg-sunken p-2.5 text-soft">{i18n.t('team.readOnly')}</p></div>}
      <Suspense fallback={<div className="flex-1" aria-busy="true" />}>
        {tab === 'assets' && <LibraryPage key={query.toString()} state={state} />}
        {tab === 'sources' && <SourcesPage state={state} />}
        {tab === 'requests' && <RequestsPage key={query.toString()} />}
        {tab === 'care' && <CarePage />}
        {tab === 'gaps' && <GapsPage />}
        {tab === undefined && <AssetPage key={query.get('id')} id={query.get('id') ?? ''} />}
      </Suspense>
    </>
  )
}
