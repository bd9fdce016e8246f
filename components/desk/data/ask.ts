import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MessageName, Request, Response } from '@/lib/bus/protocol'
import { useDesk } from '../desk-context'

/** What the background knows, under the name of the message that brings it. */
export function useAsk<N extends MessageName>(name: N, payload: Request<N>, enabled = true) {
  const { bus } = useDesk()
  return useQuery<Response<N>>({ queryKey: [name, payload], queryFn: () => bus.ask(name, payload), enabled })
}

/** Does something and then reads again what it may have changed. */
export function useTell<N extends MessageName>(name: N, ...changes: MessageName[]) {
  const { bus } = useDesk()
  const client = useQueryClient()
  return useMutation<Response<N>, Error, Request<N>>({
    mutationFn: (payload) => bus.ask(name, payload),
    onSettled: () => Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: [changed] }))),
  })
}
