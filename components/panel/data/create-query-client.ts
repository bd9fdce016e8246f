import { notifyManager, QueryClient } from '@tanstack/react-query'

// What is known is drawn in the same task it became known in, not in a timer after it.
notifyManager.setScheduler(queueMicrotask)

/**
 * What the background knows, as this panel last heard it. The bus is local, so being offline pauses nothing; it repeats by
 * itself, so nothing is retried here; and what left the screen is forgotten at once, because it belongs to another person.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  })
}
