import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MessageName, Request, Response } from '@/lib/bus/protocol'
import { useDesk } from '../desk-context'

/** What the background knows, under the name of the message that brings it. */
export function useAsk<N extends MessageName>(name: N, payload: Request<N>, enabled = true) {
  const { bus } = useDesk()
  return useQuery<Response<N>>({ queryKey: [name, payload], queryFn: () => bus.ask(name, payload), enabled })
}

/** Does something and then reads again what it may have changed. Whoever uses this shows its `error`. */
export function useTell<N extends MessageName>(name: N, ...changes: MessageName[]) {
  return useTelling(name, changes, {})
}

/** The same for what has no place to say that it failed, such as a button of a row: the desk says it for them (`Failures`). */
export function useTellAloud<N extends MessageName>(name: N, ...changes: MessageName[]) {
  return useTelling(name, changes, { aloud: true })
}

function useTelling<N extends MessageName>(name: N, changes: readonly MessageName[], meta: { aloud?: true }) {
  const { bus } = useDesk()
  const client = useQueryClient()
  return useMutation<Response<N>, Error, Request<N>>({
    meta,
    // Keys and secrets go with the page that asked for them; what is said aloud is read from here after it.
    ...(meta.aloud ? {} : { gcTime: 0 }),
    mutationFn: (payload) => bus.ask(name, payload),
    onSettled: () => Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: [changed] }))),
  })
}

/** Something that asks nothing of the background but may fail all the same, such as making a file; said by the desk, too. */
export function useDoAloud<P = void>(task: (given: P) => Promise<unknown>) {
  return useMutation<unknown, Error, P>({ meta: { aloud: true }, mutationFn: task })
}
