import { Suspense, useRef } from 'react'
import { useStore } from 'zustand'
import type { PanelContext } from '@/lib/bus/protocol/panel'
import { recordKey } from '@/lib/domain/record-ref'
import { ErrorBoundary } from '@/components/ui/error-boundary'
import { OnScreenContext } from './data/record-context'
import { ScreenContext, createScreen, type ScreenStore } from './data/screen-store'
import { useEscape } from './acts/use-escape'
import { usePainted } from './data/use-painted'
import { usePanel } from './panel-context'
import { SetUp, Today } from './later-parts'
import { RecordScreen } from './record-screen'
import { Skeleton } from './states/skeleton'
import { Broken, Stopped } from './states/stopped'

/** The one screen for where the panel is. */
export function Shown() {
  const { where } = usePanel()
  const { context, error, aside } = useStore(where.store)
  const kept = useRef<{ key: string; screen: ScreenStore }>(undefined)
  const key = context?.show === 'record' && context.ref ? recordKey(context.ref) : undefined
  // What was open and half written comes back when the address returns to the same record; another record starts anew.
  if (key !== undefined && kept.current?.key !== key) kept.current = { key, screen: createScreen() }
  const screen = key === undefined ? undefined : kept.current?.screen
  useEscape(screen)

  const nobody = error ? error.kind !== 'need-ticket' : context !== undefined && !screen
  usePainted('', nobody, error ?? context)

  if (error) return <Stopped error={error} />
  if (!context) return <Skeleton />
  const shown = aside ? 'today' : key ?? context.show
  return (
    <ErrorBoundary key={shown} broken={<Broken of={key ?? ''} />}>
      <Suspense fallback={<Skeleton />}><Screen context={context} screen={aside ? undefined : screen} /></Suspense>
    </ErrorBoundary>
  )
}

/** Everything below a record is mounted for that record alone. */
function Screen({ context, screen }: { context: PanelContext; screen: ScreenStore | undefined }) {
  if (context.show === 'set-up') return <SetUp />
  if (!context.ref || !screen) return <Today />
  return (
    <OnScreenContext value={{ ref: context.ref, context }}>
      <ScreenContext value={screen}>
        <RecordScreen />
      </ScreenContext>
    </OnScreenContext>
  )
}
