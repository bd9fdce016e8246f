import type { QueryClient } from '@tanstack/react-query'

/** Forgets what no part shows and asks again for what some part does, so that nothing is drawn anew from what may have been the fault. */
export function readAnew(client: QueryClient): Promise<void> {
  client.removeQueries({ type: 'inactive' })
  return client.invalidateQueries()
}
