import type { Caller } from '@/lib/bus/trust'
import type { Standpoint } from '@/lib/app/act-guard'

/** Where a caller's panel stands. The desk shows samples only, which no tab shows. */
export function standpointOf(caller: Caller): Standpoint {
  return caller.kind === 'framed' ? { framed: true, tabId: caller.tabId } : { framed: false }
}
