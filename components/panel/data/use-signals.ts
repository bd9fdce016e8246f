import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { panelSignal } from '@/lib/bus/protocol/panel'
import { usePanel } from '../panel-context'

/** Reads again what the background says has changed. */
export function useSignals(): void {
  const { bus, where } = usePanel()
  const client = useQueryClient()
  useEffect(() => {
    const stale = (...keys: string[]) => {
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] })
    }
    return bus.listen((heard) => {
      const signal = panelSignal.safeParse(heard)
      if (!signal.success) return
      switch (signal.data.signal) {
        case 'context':
          void where.leave()
          return
        case 'record':
          void client.invalidateQueries({ queryKey: signal.data.key === undefined ? ['record'] : ['record', signal.data.key] })
          return
        case 'library':
          stale('record', 'search', 'asset', 'handy')
          return
        case 'today':
          stale('today')
          return
        case 'connections':
          stale('fresh', 'team')
          // The first connection ends the set-up, the last one that goes begins it again.
          void where.reread()
          return
        case 'hub':
          stale('team')
          return
        case 'settings':
          stale('record', 'playbook')
          void where.reread()
      }
    })
  }, [bus, client, where])
}
