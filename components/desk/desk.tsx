import { useEffect, useState } from 'react'
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import type { Bus } from '@/lib/bus/client'
import { ErrorBoundary } from '@/components/ui/error-boundary'
import { NowProvider } from '@/components/ui/now'
import { i18n } from '#i18n'
import { ConnectionsPage } from './connections/connections-page'
import { useTeam } from '@/components/panel/data/use-team'
import { useAsk } from './data/ask'
import { keepNames } from './data/known-names'
import { createNameBatch } from './data/name-batch'
import { Problem } from './data/problem'
import { useSignals } from './data/use-signals'
import { DeskContext, useDesk } from './desk-context'
import type { DeskDoor } from './desk-door'
import { HomePage } from './home/home-page'
import { reviewQuery } from './overview/review-query'
import { SetUpPage } from './set-up/set-up-page'
import { Failures } from './shell/failures'
import { lazyPage } from './shell/lazy-page'
import { Nav } from './shell/nav'
import { BrokenDesk, PageBoundary } from './shell/page-boundary'
import { usePage, type Page } from './shell/route'
import { Warnings } from './shell/warnings'

const lazyPages = {
  overview: lazyPage(() => import('./overview/overview-page')),
  findings: lazyPage(() => import('./findings/findings-page')),
  review: lazyPage(() => import('./overview/review/campaign-review')),
  library: lazyPage(() => import('./library/library-space')),
  feedback: lazyPage(() => import('./feedback/feedback-page')),
  playbook: lazyPage(() => import('./playbook/playbook-page')),
  data: lazyPage(() => import('./care/data-page')),
}
const { overview: Overview, findings: Findings, review: Review, library: Library, feedback: Feedback, playbook: Playbook, data: Data } = lazyPages
const readReview: ReadonlySet<string> = new Set<Page>(['overview', 'findings', 'review'])

const browserClock = () => Date.now()

/** The options page: set-up, and where marketers work with what sales said. */
export function Desk({ bus, door, clock = browserClock }: { bus: Bus; door: DeskDoor; clock?: () => number }) {
  const [client] = useState(() => new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false }, mutations: { networkMode: 'always', retry: false } },
  }))
  const [nameOf] = useState(() => createNameBatch(bus, (named) => keepNames(client, named)))
  return (
    <DeskContext value={{ bus, door, nameOf }}>
      <QueryClientProvider client={client}>
        <NowProvider clock={clock}>
          <ErrorBoundary broken={<BrokenDesk />}><Pages /></ErrorBoundary>
        </NowProvider>
      </QueryClientProvider>
    </DeskContext>
  )
}

function Pages() {
  useSignals()
  const page = usePage()
  usePrepared(page)
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
        <Failures />
        <PageBoundary key={page} page={page}>
          {page === 'home' && <HomePage state={state} />}
          {page === 'library' && <Library.Page state={state} />}
          {page === 'overview' && <Overview.Page />}
          {page === 'findings' && <Findings.Page />}
          {page === 'review' && <Review.Page />}
          {page === 'feedback' && <Feedback.Page state={state} />}
          {page === 'playbook' && <Playbook.Page state={state} />}
          {page === 'connections' && <ConnectionsPage state={state} />}
          {page === 'data' && <Data.Page state={state} />}
        </PageBoundary>
      </div>
    </div>
  )
}

/** The page's chunk, and the many verdicts it counts, are brought while the background is asked how things stand. */
function usePrepared(page: Page): void {
  const { bus } = useDesk()
  const client = useQueryClient()
  useEffect(() => {
    Object.entries(lazyPages).find(([name]) => name === page)?.[1].prepare()
    if (readReview.has(page)) void client.prefetchQuery(reviewQuery(bus, client))
  }, [bus, client, page])
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
