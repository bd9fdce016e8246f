import { lazy, Suspense, useState } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Bus } from '@/lib/bus/client'
import { NowProvider } from '@/components/ui/now'
import { i18n } from '#i18n'
import { ConnectionsPage } from './connections/connections-page'
import { useTeam } from '@/components/panel/data/use-team'
import { useAsk } from './data/ask'
import { createNameBatch } from './data/name-batch'
import { Problem } from './data/problem'
import { useSignals } from './data/use-signals'
import { DeskContext, useDesk } from './desk-context'
import type { DeskDoor } from './desk-door'
import { HomePage } from './home/home-page'
import { SetUpPage } from './set-up/set-up-page'
import { Nav } from './shell/nav'
import { usePage } from './shell/route'
import { Warnings } from './shell/warnings'

const OverviewPage = lazy(() => import('./overview/overview-page'))
const FindingsPage = lazy(() => import('./findings/findings-page'))
const CampaignReview = lazy(() => import('./overview/review/campaign-review'))
const LibrarySpace = lazy(() => import('./library/library-space'))
const FeedbackPage = lazy(() => import('./feedback/feedback-page'))
const PlaybookPage = lazy(() => import('./playbook/playbook-page'))
const DataPage = lazy(() => import('./care/data-page'))

const browserClock = () => Date.now()

/** The options page: set-up, and where marketers work with what sales said. */
export function Desk({ bus, door, clock = browserClock }: { bus: Bus; door: DeskDoor; clock?: () => number }) {
  const [client] = useState(() => new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false }, mutations: { networkMode: 'always', retry: false } },
  }))
  const [nameOf] = useState(() => createNameBatch(bus))
  return (
    <DeskContext value={{ bus, door, nameOf }}>
      <QueryClientProvider client={client}>
        <NowProvider clock={clock}><Pages /></NowProvider>
      </QueryClientProvider>
    </DeskContext>
  )
}

function Pages() {
  useSignals()
  const page = usePage()
  const { data: state, error, refetch } = useAsk('desk.state', {})
  useTeam(useDesk().bus, state?.consented === true)
  if (error) return <div className="p-6"><Problem of={error} retry={() => void refetch()} /></div>
  if (!state) return <Opening />
  if (!state.consented || page === 'set-up') return <SetUpPage state={state} />
  return (
    <div className="flex min-h-dvh flex-col bg-paper text-ink md:flex-row">
      <Nav current={page} />
      <div className="flex min-w-0 flex-1 flex-col">
        <Warnings state={state} />
        <Suspense fallback={<div className="flex-1" aria-busy="true" />}>
          {page === 'home' && <HomePage state={state} />}
          {page === 'library' && <LibrarySpace state={state} />}
          {page === 'overview' && <OverviewPage />}
          {page === 'findings' && <FindingsPage />}
          {page === 'review' && <CampaignReview />}
          {page === 'feedback' && <FeedbackPage state={state} />}
          {page === 'playbook' && <PlaybookPage state={state} />}
          {page === 'connections' && <ConnectionsPage state={state} />}
          {page === 'data' && <DataPage state={state} />}
        </Suspense>
      </div>
    </div>
  )
}

/** The very first start makes the databases, which takes a moment. */
function Opening() {
  return (
    <div className="min-h-dvh bg-raised px-4 py-10 text-ink">
      <div className="mx-auto max-w-2xl">
        <p className="text-large font-semibold text-accent-strong">Leadside</p>
        <p role="status" className="pt-2 text-soft">{i18n.t('desk.opening')}</p>
      </div>
    </div>
  )
}
