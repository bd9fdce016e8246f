import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { panelSignal } from '@/lib/bus/protocol/panel'
import { useDesk } from '../desk-context'

/** Reads again what the background says has changed anywhere. */
export function useSignals(): void {
  const { bus } = useDesk()
  const client = useQueryClient()
  useEffect(() => bus.listen((heard) => {
    const signal = panelSignal.safeParse(heard)
    if (!signal.success) return
    const stale = { context: [], record: ['feedback.page', 'review.sheets'], library: ['library.list', 'source.list', 'desk.state'], today: ['outbox.list'], connections: ['desk.state', 'team.state', 'team', 'record.names'], hub: ['team.state', 'team', 'review.summary'], settings: ['desk.state', 'playbook.get', 'playbook.versions', 'feedback.page'] }[signal.data.signal]
    for (const name of stale) void client.invalidateQueries({ queryKey: [name] })
    // Who was erased is forgotten here, too.
    if (signal.data.signal === 'record') client.removeQueries({ queryKey: ['record.names'], type: 'inactive' })
  }), [bus, client])
}
