import { useQuery } from '@tanstack/react-query'
import type { Bus } from '@/lib/bus/client'

/** While something of ours is visible the background hears of it this often, and asks the hub. */
const everyMs = 45_000

/**
 * Looks at the hub when this opens, when it becomes visible again and every 45 seconds while it is; in no hub once. Known is since when
 * what is shown is up to date; `null`: in no hub.
 */
export function useTeam(bus: Bus, enabled = true): { at?: number | undefined } | null | undefined {
  return useQuery({
    queryKey: ['team'],
    enabled,
    queryFn: () => bus.ask('team.look', {}),
    refetchInterval: ({ state }) => (state.data === null ? false : everyMs),
    refetchOnWindowFocus: 'always',
    gcTime: Infinity,
  }).data
}
