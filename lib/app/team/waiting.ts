import type { HubMembership } from '@/lib/domain/hub'
import type { ErasureToTell } from '@/lib/domain/hub-port'
import type { OutboxMember, OutboxRow } from '@/lib/domain/outbox'
import { isFor } from '@/lib/domain/outbox-pick'
import type { TeamDeps } from './deps'

/** What somebody did here as a member of a hub, and could not be told it while they were one. */
export interface Waiting { member: OutboxMember; deliveries: number; erasures: number }

type Deps = Pick<TeamDeps, 'clock' | 'deliverSoon' | 'hubStore' | 'marks' | 'outbox'>

/** When members left; what was done before belongs to them. */
const leftMark = 'hub-left'

export function memberOf({ address, member }: HubMembership): OutboxMember {
  return { id: member.id, name: member.name, hub: address }
}

/** Erasures this member is to tell. */
export async function ownErasures({ hubStore }: Pick<Deps, 'hubStore'>, memberId: string): Promise<ErasureToTell[]> {
  return (await hubStore.erasuresToTell()).filter((erasure) => isFor(memberId, erasure))
}

/** Deliveries to the hub, and through it, that are this member's. */
export async function ownDeliveries({ outbox }: Pick<Deps, 'outbox'>, memberId: string): Promise<OutboxRow[]> {
  return (await outbox.open()).filter((row) => (row.member ? row.member.id === memberId : row.target === 'hub'))
}

/** The member goes: all that is undelivered stays theirs, and goes out under their name only. */
export async function leaveWaiting(deps: Deps, membership: HubMembership): Promise<void> {
  const member = memberOf(membership)
  await deps.outbox.handOver(undefined, member)
  for (const erasure of await deps.hubStore.erasuresToTell()) if (!erasure.member) await deps.hubStore.addErasure({ ...erasure, member })
  await deps.marks.add(leftMark, [member.id], deps.clock.now())
}

/** The moment since which nobody was a member here, before now. Epoch ms. */
export async function lastLeft({ marks }: Pick<Deps, 'marks'>): Promise<number> {
  return (await marks.newest(leftMark, 1))[0]?.at ?? 0
}

/** What waits for members other than the one who is signed in. */
export async function waitingOfOthers(deps: Deps, memberId: string | undefined): Promise<Waiting[]> {
  const found = new Map<string, Waiting>()
  const add = (member: OutboxMember | undefined, what: 'deliveries' | 'erasures') => {
    if (!member || member.id === memberId) return
    const known = found.get(member.id) ?? { member, deliveries: 0, erasures: 0 }
    found.set(member.id, { ...known, [what]: known[what] + 1 })
  }
  for (const row of await deps.outbox.open()) add(row.member, 'deliveries')
  for (const erasure of await deps.hubStore.erasuresToTell()) add(erasure.member, 'erasures')
  return [...found.values()]
}

/** The person who is signed in now says that they are that member: it goes out under today's name. */
export async function takeOver(deps: Deps, from: string, membership: HubMembership): Promise<void> {
  const member = memberOf(membership)
  const now = deps.clock.now()
  await deps.outbox.handOver(from, member)
  for (const erasure of await deps.hubStore.erasuresToTell()) if (erasure.member?.id === from) await deps.hubStore.addErasure({ ...erasure, member })
  if (await deps.outbox.release({ member: member.id }, now) > 0) deps.deliverSoon(now)
}

/** Nobody is to be told any more: the entries themselves stay here. */
export async function giveUp({ outbox, hubStore }: Deps, memberId: string): Promise<void> {
  await outbox.dropOf(memberId)
  for (const erasure of await hubStore.erasuresToTell()) if (erasure.member?.id === memberId) await hubStore.removeErasure(erasure.id)
}
