import { useQuery } from '@tanstack/react-query'
import type { Playbook } from '@/lib/domain/playbook'
import { usePanel } from '../panel-context'

/** The team's definitions; absent for the moment until they are here. */
export function usePlaybook(): Playbook | undefined {
  const { bus } = usePanel()
  return useQuery({ queryKey: ['playbook'], queryFn: () => bus.ask('playbook.get', {}), gcTime: Infinity }).data
}
