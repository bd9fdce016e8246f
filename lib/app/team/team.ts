import { hubWay } from '@/lib/domain/circuit'
import { AppError, type ErrorInfo } from '@/lib/domain/errors'
import { mayPublish, type HubAbout, type HubErasure, type HubMember } from '@/lib/domain/hub'
import type { EventOutcome, HubSession } from '@/lib/domain/hub-port'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { RecordRef } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'
import type { TeamDeps } from './deps'
import { hubRow, withHubRows } from './hub-rows'
import { createMembership, type Membership } from './membership'
import type { Publishing } from './publish'
import { createTeamSync, refusedErasure, type TeamSync } from './sync'

/** How long a send waits for its tracked link. */
const linkWithinMs = 1_500
/** How long an erasure here waits for the one at the hub. */
const eraseWithinMs = 3_000
/** How long a deletion of everything waits for the hub. */
const farewellWithinMs = 1_000
const sharedMark = 'hub-shared'
const allTypes: LedgerEvent['type'][] = ['verdict', 'verdict-withdrawn', 'opened', 'send', 'send-outcome', 'request', 'dismissed']

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
  append(events: LedgerEvent[]): Promise<EventOutcome[]>
  /** The tracked link of a send; `undefined` where there is none, the hub is away or too slow: then the asset's own address is sent. */
  link(ask: { id: string; assetId: string; ref: RecordRef }): Promise<string | undefined>
  /** Whether links are made: in a hub whose links can be opened, and not forbidden by policy. */
  makesLinks(): Promise<boolean>
  /** Tells the team what was judged here before joining, or asks no more about it. */
  share(yes: boolean): Promise<number>
  /** Erases a person at the hub as well, as soon as it can be reached. Only marketers and owners may. `undefined`: in no hub. */
  erase(person: { refs: RecordRef[]; email?: string | undefined }): Promise<HubErasure | undefined>
  /** Everything here is about to be deleted: tells the hub what it still has to be told and ends the session there, if it answers at once. Never throws. */
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

  /** Events the hub has no delivery of, not even a finished one. */
  async function untold(): Promise<LedgerEvent[]> {
    const current = await membership.current()
    if (!current || (await deps.marks.all(sharedMark)).has(current.sessionId)) return []
    const events = (await deps.ledger.all(allTypes)).filter(({ ref, at }) => !isSample(ref) && at < current.joinedAt)
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
        progress(), deps.outbox.openFor(hubWay), deps.hubStore.erasuresToTell(), untold(), mayPublish(member.role) ? publishing.unpublished() : [],
      ])
      return {
        address, name: about.name, member, links: about.links, asOf, error: parts.find(({ error }) => error)?.error, ended: ended === true,
        queue: open.length, erasures: erasures.length, shareable: events.filter(({ type }) => type === 'verdict').length, unpublished: own.length,
      }
    },

    asOf: async () => ((await membership.current()) ? { at: (await progress()).asOf } : undefined),

    rows: async (events, rows) => ((await membership.current()) ? withHubRows(events, rows, deps.clock.now()) : rows),

    append: async (events) => (await expectSession()).append(events),

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
      if (yes && events.length > 0) {
        await deps.ledger.append([], events.flatMap((event) => hubRow(event, now)))
        deps.deliverSoon(now)
      }
      if (current) await deps.marks.add(sharedMark, [current.sessionId], now)
      deps.tell.hub()
      return yes ? events.length : 0
    },

    async erase(person) {
      const current = await membership.current()
      if (!current) return undefined
      if (!mayPublish(current.member.role)) return 'refused'
      const now = deps.clock.now()
      const id = deps.chance.id(now)
      await deps.hubStore.addErasure({ id, at: now, ...person })
      // Kept to be told; a hub that is slow or away keeps nobody waiting.
      await within(eraseWithinMs, sync.run())
      if ((await deps.hubStore.erasuresToTell()).some((one) => one.id === id)) return 'later'
      const said = refusedErasure(id)
      if (!(await deps.warnings.all()).some((warning) => warning.id === said)) return 'done'
      // Who asked is told now.
      await deps.warnings.dismiss(said)
      return 'refused'
    },

    farewell: async () => within(farewellWithinMs, membership.farewell()),

    async keepHubspotKey(key) {
      if ((await deps.policy()).allowStaticToken === false) throw new AppError('policy', { detail: 'allowStaticToken' })
      await (await expectSession()).keepHubspotKey(key)
      await membership.refresh()
    },

  }
}
