import { useEffect, useMemo, useRef, useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useStore } from 'zustand'
import type { Bus } from '@/lib/bus/client'
import type { PanelMessageName } from '@/lib/bus/panel-protocol'
import type { PanelContext } from '@/lib/bus/protocol/panel'
import { ErrorBoundary } from '@/components/ui/error-boundary'
import { NowProvider } from '@/components/ui/now'
import { newEventId } from './acts/new-event-id'
import { createQueryClient } from './data/create-query-client'
import { createWhere } from './data/where'
import { useSignals } from './data/use-signals'
import { useTeam } from './data/use-team'
import { useIdle } from './data/use-when-idle'
import { guardOf, openGuard, type Guard } from './guard'
import { PartsContext, usePanel, type PanelParts } from './panel-context'
import { Shown } from './shown'
import { Broken } from './states/stopped'

export interface PanelProps {
  bus: Bus<PanelMessageName>
  host: PanelContext['host']
  /** Proves a framed panel to the background, once. */
  ticket?: string | undefined
  /** For tests: what stands in for the browser. */
  guard?: Guard
  clock?: () => number
  trusted?: (event: Event) => boolean
}

const browserClock = () => Date.now()
const byPerson = (event: Event) => event.isTrusted

/** The panel, as high as what holds it. It does not know where it is mounted: everything it knows and does goes over the bus. */
export function Panel({ bus, host, ticket, guard, clock = browserClock, trusted = byPerson }: PanelProps) {
  const root = useRef<HTMLDivElement>(null)
  const [client] = useState(createQueryClient)
  const where = useMemo(() => createWhere(bus), [bus])
  const [watching, setWatching] = useState<Guard>(openGuard)
  const parts = useMemo<PanelParts>(
    () => ({ bus, host, where, guard: guard ?? watching, clock, newEventId, trusted }),
    [bus, host, where, guard, watching, clock, trusted],
  )

  useEffect(() => {
    void where.hello(ticket)
  }, [where, ticket])
  useEffect(() => {
    if (guard || host !== 'frame' || !root.current) return
    const made = guardOf(root.current)
    setWatching(made)
    return () => {
      made.stop()
      setWatching(openGuard)
    }
  }, [guard, host])

  return (
    <div ref={root} className="flex h-full min-w-0 flex-col overflow-hidden bg-paper text-ink short:overflow-y-auto">
      <PartsContext value={parts}>
        <QueryClientProvider client={client}>
          <NowProvider clock={clock}>
            <ErrorBoundary broken={<Broken of="" />}>
              <Signals />
              <HubLook />
              <Shown />
            </ErrorBoundary>
          </NowProvider>
        </QueryClientProvider>
      </PartsContext>
    </div>
  )
}

function Signals() {
  useSignals()
  return null
}

/** The hub is asked as long as the panel is there, whatever it shows and however often that changes; at first only once nothing more urgent is left to do. */
function HubLook() {
  const { bus, where } = usePanel()
  const show = useStore(where.store, ({ context }) => context?.show)
  const idle = useIdle(show !== undefined)
  useTeam(bus, idle && show !== 'set-up')
  return null
}
