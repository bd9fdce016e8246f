import { startTransition, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { MessageName } from '@/lib/bus/protocol'
import { panelSignal } from '@/lib/bus/protocol/panel'
import { useDesk } from '../desk-context'
import { forgetNames } from './known-names'

/** Every list that may show a person, or counts what was said of one. */
export const ofPeople = ['feedback.page', 'review.sheets', 'hand-overs.page', 'finding.list', 'requests.list'] as const satisfies readonly MessageName[]

/** Reads again what the background says has changed anywhere. */
export function useSignals(): void {
  const { bus } = useDesk()
  const client = useQueryClient()
  const [readAgain, setReadAgain] = useState(0)
  useEffect(() => bus.listen((heard) => {
    const signal = panelSignal.safeParse(heard)
    if (!signal.success) return
    const anyone = signal.data.signal === 'record' && signal.data.key === undefined
    const stale = { context: [], record: anyone ? ofPeople : ['feedback.page', 'review.sheets'], library: ['library.list', 'source.list', 'desk.state'], today: ['outbox.list'], connections: ['desk.state', 'team.state', 'team', 'record.names'], hub: ['team.state', 'team', 'review.summary'], settings: ['desk.state', 'playbook.get', 'playbook.versions', 'feedback.page'] }[signal.data.signal]
    const settled = Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })))
    if (anyone) void settled.then(() => startTransition(() => setReadAgain((times) => times + 1)))
  }), [bus, client])
  // Who was erased is forgotten here, too: once the lists without them are drawn, for a row still there would ask for its name.
  useEffect(() => {
    if (readAgain > 0) forgetNames(client)
  }, [client, readAgain])
}
