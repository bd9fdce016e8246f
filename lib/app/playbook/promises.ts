import { distributionOf, type Distribution } from '@/lib/domain/promises/distribution'
import type { PromiseKind } from '@/lib/domain/promises/promise'
import { findingWaits, requestWaits, salesWaits, type Wait } from '@/lib/domain/promises/waits'
import { createZone } from '@/lib/domain/promises/zone'
import { recordKey } from '@/lib/domain/record-key'
import { isSample } from '@/lib/domain/sample-workspace'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { AppDeps } from '../deps'
import { toHandedOver } from './promise-clock'

/** How the promises of the last 90 days are kept, per team; only those that are made. */
export type KeptPromises = Partial<Record<PromiseKind, Distribution>>

const lookBackMs = 90 * 86_400_000

type Needs = Pick<AppDeps, 'playbooks' | 'defaultPlaybook' | 'ledger' | 'team' | 'documents' | 'clock'> & { handOvers: Pick<AppDeps['handOvers'], 'all'> }

export async function keptPromises(deps: Needs): Promise<KeptPromises> {
  const { promises } = (await deps.playbooks.current()) ?? deps.defaultPlaybook
  if (!promises) return {}
  const [own, others, answers, findings, handOvers] = await Promise.all([
    deps.ledger.all(['opened', 'verdict', 'verdict-withdrawn', 'send', 'send-outcome', 'request']), deps.team.events(), deps.documents.all('request-answer'),
    deps.documents.all('finding'), deps.handOvers.all(),
  ])
  const events: LedgerEvent[] = [...own, ...others].filter(({ ref }) => !isSample(ref))
  const person = new Map(handOvers.flatMap(({ key, same }) => same.map((ref) => [recordKey(ref), key] as const)))
  const sales = salesWaits(events, toHandedOver(handOvers), (key) => person.get(key) ?? key)
  const waits: Record<PromiseKind, readonly Wait[]> = { sales: [...sales.values()], requests: requestWaits(events, answers), findings: findingWaits(findings) }
  const [zone, now] = [createZone(promises.timeZone), deps.clock.now()]
  const kept: KeptPromises = {}
  for (const kind of ['sales', 'requests', 'findings'] as const) {
    const promised = promises[kind]
    if (promised) kept[kind] = distributionOf(waits[kind].filter(({ from }) => now - from <= lookBackMs), promised, zone, now)
  }
  return kept
}
