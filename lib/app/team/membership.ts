import { hubWay } from '@/lib/domain/circuit'
import { AppError } from '@/lib/domain/errors'
import { mayPublish, type HubMember, type HubMembership } from '@/lib/domain/hub'
import { hubAddress, parseInvite } from '@/lib/domain/hub-invite'
import type { HubSession, Joined } from '@/lib/domain/hub-port'
import { keepCopy, removeCopy } from './copy'
import type { TeamDeps } from './deps'
import { leaveWaiting, ownDeliveries, ownErasures } from './waiting'

/** Under this name the vault keeps the token; there is one hub at a time. */
export const hubVaultKey = 'hub:team'
const rotateAfterMs = 7 * 86_400_000

export interface JoinInput { invite: string; name: string; email?: string | undefined }

export interface Membership {
  current(): Promise<HubMembership | undefined>
  /** Of the session, for calls that go through the hub. */
  token(): Promise<string | undefined>
  /** The hub with this browser's sign-in; `undefined` where it is in none, or its session ended. */
  session(): Promise<HubSession | undefined>
  /** @throws AppError `invalid` for what is no invite, `policy` for another hub than the fixed one, `conflict` while in another */
  join(input: JoinInput): Promise<HubMembership>
  /** With the company's own sign-in. @throws AppError as `join`, and `not-set-up` where the hub offers none */
  joinWithCompany(address: string): Promise<HubMembership>
  /** With something undelivered and `ask`, nothing happens but the count comes back; with `keep` it waits for this member. `remove` also deletes what came from the hub. */
  leave(how: { copy: 'keep' | 'remove'; undelivered: 'ask' | 'keep' }): Promise<{ done: boolean; undelivered: number }>
  /** Learns anew who this is there and what the hub is, and replaces a token that is a week old. */
  refresh(): Promise<void>
  /** Tells the hub the erasures it was not told of. */
  tellErasures(): Promise<void>
  /** Ends this device's session there. */
  farewell(): Promise<void>
  /** Everything was deleted: nothing is remembered either. */
  forget(): void
  /** The hub said that this session is over. */
  ended(sessionId: string): Promise<void>
}

export function createMembership(deps: TeamDeps): Membership {
  // Read at every write to the ledger, so it is kept; join and leave are the only ones that change it.
  let known: Promise<HubMembership | undefined> | undefined

  const current = () => (known ??= deps.hubStore.membership())
  /** Of this member only: what is under way for one who left goes out with nobody else's. */
  const tokenOf = (memberId: string) => async () => (await deps.vault.get(hubVaultKey, memberId))?.accessToken
  const at = ({ address, member }: HubMembership) => deps.hub.at(address, tokenOf(member.id))

  async function keep(membership: HubMembership | undefined): Promise<void> {
    await deps.hubStore.setMembership(membership)
    known = Promise.resolve(membership)
    deps.tell.connections()
    deps.tell.settings()
  }

  const keepToken = ({ address, member }: HubMembership, accessToken: string) => (
    deps.vault.set(hubVaultKey, { accessToken, userId: member.id, apiOrigin: address, mode: 'token', scopes: [] })
  )

  async function tellErasures(session: HubSession, memberId: string): Promise<void> {
    for (const erasure of await ownErasures(deps, memberId)) {
      await session.erase(erasure).then(() => deps.hubStore.removeErasure(erasure.id), () => undefined)
    }
  }

  async function expectInvite(text: string): Promise<{ address: string; code: string }> {
    const fixed = (await deps.policy()).hubAddress
    const invite = parseInvite(text, fixed)
    if (!invite) throw new AppError('invalid', { detail: 'invite' })
    await expectAllowed(invite.address)
    return invite
  }

  async function expectAllowed(address: string): Promise<void> {
    const fixed = (await deps.policy()).hubAddress
    if (fixed !== undefined && new URL(fixed).origin !== address) throw new AppError('policy', { detail: new URL(address).host })
  }

  /** Another role sees other things: what was read is read from the start, and what only marketing sees goes. */
  async function heedRole(before: HubMember, now: HubMember): Promise<void> {
    if (mayPublish(before.role) === mayPublish(now.role)) return
    if (!mayPublish(now.role)) {
      await deps.team.forgetHub()
      deps.tell.team()
    }
    await deps.hubStore.restart()
  }

  async function enter(address: string, join: (device: string, deviceName: string) => Promise<Joined>): Promise<HubMembership> {
    const before = await current()
    if (before && !before.ended) throw new AppError('conflict', { detail: before.about.name })
    const about = await deps.hub.about(address)
    const device = await deps.hubStore.device(() => deps.chance.id(deps.clock.now()))
    const { token: fresh, sessionId, member } = await join(device, await deps.deviceName())
    // What another member did, and how far they were, is not this one's.
    if (before && before.member.id !== member.id) await leaveWaiting(deps, before)
    if (before && before.address !== address) await keepCopy(deps)
    if (before && (before.address !== address || before.member.id !== member.id)) await deps.hubStore.clear()
    else if (before) await heedRole(before.member, member)
    await deps.vault.remove(hubVaultKey)
    const now = deps.clock.now()
    const membership: HubMembership = { address, sessionId, member, about, joinedAt: now, rotatedAt: now }
    await keepToken(membership, fresh)
    await keep(membership)
    const released = await deps.outbox.release({ orgKey: hubWay }, now) + await deps.outbox.release({ member: member.id }, now)
    if (released > 0) deps.deliverSoon(now)
    return membership
  }

  return {
    current,

    async token() {
      const membership = await current()
      return membership && tokenOf(membership.member.id)()
    },

    async session() {
      const membership = await current()
      return membership && !membership.ended ? at(membership) : undefined
    },

    async join({ invite, name, email }) {
      const { address, code } = await expectInvite(invite)
      return enter(address, (device, deviceName) => deps.hub.join(address, { code, device, deviceName, name: name.trim(), email: email?.trim() || undefined }))
    },

    async joinWithCompany(text) {
      const address = hubAddress(text)
      if (address === undefined) throw new AppError('invalid', { detail: 'address' })
      await expectAllowed(address)
      const { redirectUri, visit } = deps.signIn
      return enter(address, (device, deviceName) => deps.hub.joinWithCompany(address, { device, deviceName, redirectUri: redirectUri(), visit }))
    },

    async leave({ copy, undelivered }) {
      const membership = await current()
      if (!membership) return { done: true, undelivered: 0 }
      const session = at(membership)
      const { id } = membership.member
      if (!membership.ended) await tellErasures(session, id)
      const open = (await ownDeliveries(deps, id)).length + (await ownErasures(deps, id)).length
      if (open > 0 && undelivered === 'ask') return { done: false, undelivered: open }
      await leaveWaiting(deps, membership)
      // What cannot be told to the hub must not keep the sign-in here.
      if (!membership.ended) await session.end(membership.sessionId).catch(() => undefined)
      await deps.vault.remove(hubVaultKey)
      await deps.outbox.circuits.remove(hubWay)
      await (copy === 'remove' ? removeCopy : keepCopy)(deps)
      await deps.hubStore.clear()
      await keep(undefined)
      return { done: true, undelivered: open }
    },

    async refresh() {
      const membership = await current()
      if (!membership || membership.ended) return
      const session = at(membership)
      const about = await deps.hub.about(membership.address)
      const member = await session.me()
      const hubspot = about.hubspot ? await session.hubspot().catch(() => membership.hubspot) : undefined
      const now = deps.clock.now()
      const isOld = now - membership.rotatedAt > rotateAfterMs
      const fresh = isOld ? await session.rotate() : undefined
      // Somebody may have left meanwhile, or joined as somebody else.
      if ((await current())?.sessionId !== membership.sessionId) return
      if (fresh !== undefined) await keepToken(membership, fresh)
      await heedRole(membership.member, member)
      const next = { ...membership, about, member, hubspot, rotatedAt: isOld ? now : membership.rotatedAt }
      if (JSON.stringify(next) !== JSON.stringify(membership)) await keep(next)
    },

    async tellErasures() {
      const membership = await current()
      if (membership && !membership.ended) await tellErasures(at(membership), membership.member.id)
    },

    async farewell() {
      const membership = await current()
      if (!membership || membership.ended) return
      // Read once: while this is under way everything here is deleted, the token too.
      const own = await tokenOf(membership.member.id)()
      await deps.hub.at(membership.address, () => Promise.resolve(own)).end(membership.sessionId)
    },

    forget() {
      known = undefined
    },

    async ended(sessionId) {
      const membership = await current()
      if (membership?.sessionId === sessionId && !membership.ended) await keep({ ...membership, ended: true })
    },
  }
}
