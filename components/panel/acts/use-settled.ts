import { useSyncExternalStore } from 'react'
import { usePanel } from '../panel-context'

/** Whether acts are possible yet: a frame that has just appeared or moved shows its buttons as not usable. */
export function useSettled(): boolean {
  const { guard } = usePanel()
  return useSyncExternalStore(guard.listen, guard.settled)
}
