import { clockOf, type PromiseClock } from '@/lib/domain/promises/clock'
import { salesWaits, type HandedOver } from '@/lib/domain/promises/waits'
import { createZone } from '@/lib/domain/promises/zone'
import { recordKey } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'
import type { HandOver } from '@/lib/domain/hand-over'
import type { AppDeps } from '../deps'
import type { RecordFacts } from '../record-facts'

/** Sales' promise on this lead: from its hand-over where one is known here, else from the first opening. */
export async function promiseClockOf(deps: { handOvers: Pick<AppDeps['handOvers'], 'byKeys'> }, { snapshot: { person }, events, playbook: { promises } }: RecordFacts, now: number): Promise<PromiseClock | undefined> {
  if (!promises?.sales || isSample(person.ref)) return undefined
  const keys = [...new Set([person.ref, ...person.same].map(recordKey))]
  const handedOver = toHandedOver(await deps.handOvers.byKeys(keys))
  const wait = salesWaits(events, handedOver, () => 'this').get('this')
  return clockOf(wait, promises.sales, createZone(promises.timeZone), now)
}

/** Hand-overs whose moment is known: one that could have been at any time since the record was made starts no clock. */
export function toHandedOver(rows: readonly HandOver[]): HandedOver[] {
  return rows.filter(({ precision }) => precision !== 'unknown').map(({ key, at, followedUpAt }) => ({ key, at, followedUpAt }))
}
