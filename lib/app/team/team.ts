import { hubWay } from '@/lib/domain/circuit'
import { AppError, type ErrorInfo } from '@/lib/domain/errors'
import { mayPublish, type HubAbout, type HubErasure, type HubMember } from '@/lib/domain/hub'
import type { EventOutcome, HubSession } from '@/lib/domain/hub-port'
import { type LedgerEvent, ledgerEventTypes } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import { isFor } from '@/lib/domain/outbox-pick'
import { orgKey, type RecordRef } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'
import type { TeamDeps } from './deps'
import { hubRow, withHubRows } from './hub-rows'
import { createMembership, type Membership } from './membership'
import type { Publishing } from './publish'
import { createTeamSync, refusedErasure, type TeamSync } from './sync'
import { giveUp, lastLeft, memberOf, ownErasures, takeOver, type Waiting, waitingOfOthers } from './waiting'

/** How long a send waits for its tracked link. */
const linkWithinMs = 1_500
/** How long an erasure here waits for the one at the hub. */
const eraseWithinMs = 3_000
/** How long a deletion of everything waits for the hub. */
const farewellWithinMs = 1_000
const sharedMark = 'hub-shared'

export interface TeamState {
  address: string
  name: string
  member: HubMember
  links: HubAbout['links']
  /** Since when everything from the hub is at least up to date; absent before the first whole pass. Epoch ms. */
  asOf?: number | undefined
  error?: ErrorInfo | undefined
  /** The session ended: join again. */
  ended: boolean
  queue: number
  /** People deleted here of whom the hub was not told yet. */
  erasures?: number | undefined
  /** Verdicts given before joining that the team was not told. */
  shareable: number
  /** Assets of this browser only; counted for who may publish. */
  unpublished: number
}

export interface Team {
  membership: Membership
  sync: TeamSync
  state(publishing: Pick<Publishing, 'unpublished'>): Promise<TeamState | undefined>
  /** When what is shown was last in step; `undefined` while in no hub. */
  asOf(): Promise<{ at?: number | undefined } | undefined>
  /** Deliveries of events, those to the hub included while in one. */
  rows(events: readonly LedgerEvent[], rows: OutboxRow[]): Promise<OutboxRow[]>
  memberId(): Promise<string | undefined>
  /** Tells the hub events of this member. @throws AppError `wrong-user` where somebody else is signed in by now */
  append(events: LedgerEvent[], member: string | undefined): Promise<EventOutcome[]>
  /** What waits for members who are not signed in. */
  waiting(): Promise<Waiting[]>
  /** It is told as the member who is signed in, who says that it is theirs, or given up. @throws AppError `not-connected` */
  settleWaiting(memberId: string, how: 'mine' | 'give-up'): Promise<void>
  /** The tracked link of a send; `undefined` where there is none, the hub is away or too slow: then the asset's own address is sent. */
  link(ask: { id: string; assetId: string; ref: RecordRef }): Promise<string | undefined>
  /** Whether links are made: in a hub whose links can be opened, and not forbidden by policy. */
  makesLinks(): Promise<boolean>
  /** Tells the team what was judged here before joining, or asks no more about it. */
  share(yes: boolean): Promise<number>
  /** Erases a person at the hub as well, as soon as it can be reached. Only marketers and owners may. `undefined`: in no hub. */
  erase(person: { refs: RecordRef[]; email?: string | undefined }): Promise<HubErasure | undefined>
  /** Tells the hub the erasures it was not told of, if it answers in time; resolves how many are left. */
  tellErasures(): Promise<number>
  /** Everything here is about to be deleted: ends the session at the hub, if it answers at once. Never throws. */
  farewell(): Promise<void>
  /** Gives the hub a static key for HubSpot. @throws AppError `policy` where keys are not allowed */
  keepHubspotKey(key: string): Promise<void>
  /** The hub for who manages it. @throws AppError `not-connected` */
  expectSession(): Promise<HubSession>
}

/** What this browser does in a hub. */
export function createTeam(deps: TeamDeps): Team {
  const membership = createMembership(deps)
  const sync = createTeamSync(deps, membership)

  async function expectSession(): Promise<HubSession> {
    const session = await membership.session()
    if (!session) throw new AppError((await membership.current()) ? 'signed-out' : 'not-connected', { detail: 'hub' })
    return session
  }

  /** Events of when nobody was a member here that the hub has no delivery of, not even a finished one. */
  async function untold(): Promise<LedgerEvent[]> {
    const current = await membership.current()
    if (!current || (await deps.marks.all(sharedMark)).has(current.sessionId)) return []
    const since = await lastLeft(deps)
    const events = (await deps.ledger.all(ledgerEventTypes)).filter(({ ref, at }) => !isSample(ref) && at > since && at < current.joinedAt)
    const told = new Set((await deps.outbox.forEvents(events.map(({ id }) => id))).flatMap((row) => (row.target === 'hub' ? [row.eventId] : [])))
    return events.filter(({ id }) => !told.has(id))
  }

  async function progress() {
    const parts = await deps.hubStore.progress()
    const seen = (['assets', 'playbook', 'documents', 'views'] as const).map((name) => parts.find(({ part }) => part === name)?.at)
    return { parts, asOf: seen.some((at) => at === undefined) ? undefined : Math.min(...seen.map((at) => at ?? 0)) }
  }

  /** Waits so long and no longer; what fails has failed. */
  async function within(ms: number, work: Promise<void>): Promise<void> {
    const waited = new AbortController()
    await Promise.race([work.catch(() => undefined), deps.clock.sleep(ms, waited.signal).catch(() => undefined)])
    waited.abort()
  }

  async function makesLinks(): Promise<boolean> {
    const current = await membership.current()
    return current?.about.links.open === true && !current.ended && (await deps.policy()).trackedLinks !== false
  }

  return {
    membership, sync, expectSession, makesLinks,

    async state(publishing) {
      const current = await membership.current()
      if (!current) return undefined
      const { address, about, member, ended } = current
      const [{ parts, asOf }, open, erasures, events, own] = await Promise.all([
        progress(), deps.outbox.openFor(hubWay), ownErasures(deps, member.id), untold(), mayPublish(member.role) ? publishing.unpublished() : [],
      ])
      return {
        address, name: about.name, member, links: about.links, asOf, error: parts.find(({ error }) => error)?.error, ended: ended === true,
        queue: open.filter((row) => isFor(member.id, row)).length, erasures: erasures.length, shareable: events.filter(({ type }) => type === 'verdict').length, unpublished: own.length,
      }
    },

    asOf: async () => ((await membership.current()) ? { at: (await progress()).asOf } : undefined),

    async rows(events, rows) {
      const current = await membership.current()
      if (!current) return rows
      const portal = current.hubspot && orgKey({ crm: 'hubspot', org: current.hubspot.portal })
      // A key of one's own goes first.
      const through = rows.some((row) => row.orgKey === portal) && portal !== undefined && !(await deps.vault.get(portal)) ? portal : undefined
      return withHubRows(events, rows, { member: memberOf(current), through, now: deps.clock.now() })
    },

    memberId: async () => (await membership.current())?.member.id,

    async append(events, member) {
      const session = await expectSession()
      if (member !== (await membership.current())?.member.id) throw new AppError('wrong-user', { detail: 'hub' })
      return session.append(events)
    },

    waiting: async () => waitingOfOthers(deps, (await membership.current())?.member.id),

    async settleWaiting(memberId, how) {
      const current = await membership.current()
      if (how === 'give-up') await giveUp(deps, memberId)
      else if (current && !current.ended) await takeOver(deps, memberId, current)
      else throw new AppError('not-connected', { detail: 'hub' })
      deps.tell.hub()
    },

    async link(ask) {
      if (isSample(ask.ref) || !(await makesLinks())) return undefined
      const session = await membership.session()
      const made = await session?.link(ask, linkWithinMs).catch(() => undefined)
      return made?.tracked ? made.url : undefined
    },

    async share(yes) {
      const current = await membership.current()
      const events = await untold()
      const now = deps.clock.now()
      if (current && yes && events.length > 0) {
        await deps.ledger.append([], events.flatMap((event) => hubRow(event, memberOf(current), now)))
        deps.deliverSoon(now)
      }
      if (current) await deps.marks.add(sharedMark, [current.sessionId], now)
      deps.tell.hub()
      return yes ? events.length : 0
    },

    async erase({ refs, email }) {
      const current = await membership.current()
      if (!current) return undefined
      if (!mayPublish(current.member.role)) return 'refused'
      const now = deps.clock.now()
      const id = deps.chance.id(now)
      const emailHash = email === undefined ? undefined : await deps.digest(email.trim().toLowerCase())
      await deps.hubStore.addErasure({ id, at: now, member: memberOf(current), refs, emailHash })
      // Kept to be told; a hub that is slow or away keeps nobody waiting.
      await within(eraseWithinMs, sync.run())
      if ((await deps.hubStore.erasuresToTell()).some((one) => one.id === id)) return 'later'
      const said = refusedErasure(id)
      if (!(await deps.warnings.all()).some((warning) => warning.id === said)) return 'done'
      // Who asked is told now.
      await deps.warnings.dismiss(said)
      return 'refused'
    },

    async tellErasures() {
      if ((await deps.hubStore.erasuresToTell()).length > 0) await within(eraseWithinMs, membership.tellErasures())
      return (await deps.hubStore.erasuresToTell()).length
    },

    farewell: async () => within(farewellWithinMs, membership.farewell()),

    async keepHubspotKey(key) {
      if ((await deps.policy()).allowStaticToken === false) throw new AppError('policy', { detail: 'allowStaticToken' })
      await (await expectSession()).keepHubspotKey(key)
      await membership.refresh()
    },

  }
}
