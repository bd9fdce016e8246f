import { AppError, heals, toErrorInfo } from '@/lib/domain/errors'
import type { HubPart, HubProgress } from '@/lib/domain/hub'
import type { HubSession } from '@/lib/domain/hub-port'
import type { TeamDeps } from './deps'
import type { Membership } from './membership'
import { createParts } from './sync-parts'
import { ownErasures } from './waiting'

/** Visible panels and desks look this often, together not more. */
export const lookEveryMs = 45_000
/** Looks of several panels that come together are one. */
const togetherMs = 5_000
const dayMs = 86_400_000
/** Who one is there, erasures, and a rep's own events of other devices: nothing of it is urgent. */
const seldomMs = 3_600_000
const longestQuietMs = 15 * 60_000
/** Of which the first release that says so learns what is the hub's, and what it does not know. */
const rereadable: ReadonlySet<HubPart> = new Set(['assets', 'documents', 'playbook'])

/** One member's pass; when somebody else has signed in meanwhile, what it learned is theirs no more. */
interface Visit { session: HubSession; isSame(): Promise<boolean> }

export interface TeamSync {
  /** A panel or desk is visible: learns what changed, unless somebody asked a moment ago or the hub rests. Never throws. */
  look(): Promise<void>
  /** Once a day and on demand: everything, and who this is there. @throws AppError */
  run(): Promise<void>
}

/**
 * Keeps this browser in step with its hub. It is asked by whoever is visible and by the daily alarm, and sets no alarm of its own:
 * with nothing on the screen and an empty outbox nothing wakes up.
 */
export function createTeamSync(deps: TeamDeps, membership: Membership): TeamSync {
  const parts = createParts(deps)
  let looked = -Infinity
  let quiet = { failures: 0, until: -Infinity }

  /** Resolves to the tag of what the hub has of the part; none while there may be more. `readUnder` is kept with a part that has no cursor of its own. */
  async function part(name: HubPart, { session, isSame }: Visit, known: ReadonlyMap<HubPart, HubProgress>, readUnder?: string): Promise<string | undefined> {
    const before = startOf(name, known.get(name), deps.release)
    const keep = async (progress: HubProgress) => {
      if (!(await isSame())) throw new AppError('cancelled')
      await deps.hubStore.setProgress(progress)
    }
    try {
      const after = await parts[name](session, before, keep)
      await keep({ part: name, ...after, ...(readUnder === undefined ? {} : { cursor: readUnder }), by: deps.release, at: deps.clock.now() })
      return after.tag
    } catch (failure) {
      if (!(await isSame())) throw new AppError('cancelled')
      await deps.hubStore.setProgress({ ...((await deps.hubStore.progress()).find((one) => one.part === name) ?? before), error: toErrorInfo(failure) })
      throw failure
    }
  }

  async function pass(everything: boolean): Promise<void> {
    const [session, begun] = [await membership.session(), await membership.current()]
    if (!session || !begun) return
    const visit: Visit = { session, isSame: async () => (await membership.current())?.sessionId === begun.sessionId }
    const progress = async () => new Map((await deps.hubStore.progress()).map((one) => [one.part, one]))
    const age = (name: HubPart) => deps.clock.now() - (known.get(name)?.at ?? 0)
    let known = await progress()
    if (everything || age('erasures') > seldomMs) {
      await membership.refresh()
      // Another role begins anew.
      known = await progress()
    }
    await tellErasures(deps, session, begun.member.id)
    if (everything || age('erasures') > seldomMs) await part('erasures', visit, known)
    const repository = await part('assets', visit, known)
    // A new playbook moves the repository's counter too: it is asked for until it was read under the tag the repository has.
    if (everything || repository === undefined || repository !== known.get('playbook')?.cursor || age('playbook') > dayMs) await part('playbook', visit, known, repository)
    await part('documents', visit, known)
    await part('views', visit, known)
    const role = (await membership.current())?.member.role
    if (everything || role !== 'rep' || age('events') > seldomMs) await part('events', visit, known)
  }

  async function run(everything: boolean): Promise<void> {
    await deps.locks.tryRun('hub-sync', async () => {
      const begun = await membership.current()
      try {
        await pass(everything)
        if (quiet.failures > 0 || everything) await drainBacklog(deps)
        quiet = { failures: 0, until: -Infinity }
      } catch (failure) {
        if (failure instanceof AppError && failure.kind === 'signed-out' && begun) await membership.ended(begun.sessionId)
        if (failure instanceof AppError && failure.kind === 'forbidden') await membership.refresh().catch(() => undefined)
        const failures = quiet.failures + 1
        const rest = heals(toErrorInfo(failure).kind) ? Math.min(longestQuietMs, lookEveryMs * 2 ** (failures - 1)) : 0
        quiet = { failures, until: deps.clock.now() + rest * (1 - deps.chance.random() / 2) }
        throw failure
      } finally {
        deps.tell.hub()
      }
    })
  }

  return {
    async look() {
      const now = deps.clock.now()
      const tooSoon = now - looked < lookEveryMs - togetherMs && now >= looked
      if (tooSoon || now < quiet.until || !(await membership.current())) return
      looked = now
      await run(false).catch(() => undefined)
    },
    async run() {
      looked = deps.clock.now()
      await run(true)
    },
  }
}

/** Where a part continues: at its start where another release read it and did not understand all of it, or did not say whether it did. */
function startOf(name: HubPart, known: HubProgress | undefined, release: string): HubProgress {
  const isStale = known?.by === undefined ? rereadable.has(name) : known.by !== release && known.partly === true
  return known && !isStale ? { ...known, by: release } : { part: name, cursor: '0', by: release }
}

/** What waited only for the hub's return travels now; each client comes when it next looks, not all at once. */
async function drainBacklog(deps: TeamDeps): Promise<void> {
  const now = deps.clock.now()
  if (await deps.outbox.release({ orgKey: 'hub', kinds: ['offline', 'timeout', 'unavailable'] }, now) > 0) deps.deliverSoon(now)
}

/** Erasures asked for while the hub could not be reached. One the hub refuses for good is not asked again, and that is said: its copy stays. */
async function tellErasures(deps: TeamDeps, session: HubSession, memberId: string): Promise<void> {
  for (const erasure of await ownErasures(deps, memberId)) {
    await session.erase(erasure).catch(async (failure: unknown) => {
      if (heals(toErrorInfo(failure).kind) || toErrorInfo(failure).kind === 'signed-out') throw failure
      await deps.warnings.raise({ id: refusedErasure(erasure.id), kind: 'erasure-refused', detail: new Date(erasure.at).toISOString().slice(0, 10) }, deps.clock.now())
    })
    await deps.hubStore.removeErasure(erasure.id)
  }
}

/** Name of the warning that the hub did not erase. */
export function refusedErasure(id: string): string {
  return `erasure-refused:${id}`
}
