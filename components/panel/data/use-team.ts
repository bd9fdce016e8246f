import { useQuery } from '@tanstack/react-query'
import type { Bus } from '@/lib/bus/client'
import type { PanelMessageName } from '@/lib/bus/panel-protocol'

/** While something of ours is visible the background hears of it this often, and asks the hub. */
const everyMs = 45_000

const team = (bus: Bus<PanelMessageName>) => ({ queryKey: ['team'], queryFn: () => bus.ask('team.look', {}), gcTime: Infinity })

/** Looks at the hub when this opens, when it becomes visible again and every 45 seconds while it is; in no hub once. One a page. */
export function useTeam(bus: Bus<PanelMessageName>, enabled: boolean): void {
  useQuery({ ...team(bus), enabled, refetchInterval: ({ state }) => (state.data === null ? false : everyMs), refetchOnWindowFocus: 'always' })
}

/** Since when what is shown is up to date, as last heard; `null`: in no hub. */
export function useTeamAge(bus: Bus<PanelMessageName>): { at?: number | undefined } | null | undefined {
  return useQuery({ ...team(bus), enabled: false }).data
}
