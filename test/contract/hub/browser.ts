import { createHash } from 'node:crypto'
import type { TeamDeps } from '@/lib/app/team/deps'
import { createPublishing } from '@/lib/app/team/publish'
import { createTeam } from '@/lib/app/team/team'
import { createOutboxFlusher } from '@/lib/app/flush-outbox'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { createHubClient } from '@/lib/hub-client/hub-client'
import { createTestApp } from '../../fakes/app'
import { createTestLocks } from '../../fixtures/store/flush-bench'
import type { Policy } from '@/lib/domain/settings'
import type { Hub } from './harness'

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))
}

/** What one browser does, over real stores and the real hub; only the wire between them is a function call. */
export async function createBrowser(hub: Hub, { policy = {}, release = '1.0.0', signIn = { redirectUri: () => '', visit: () => Promise.reject(new Error('no sign-in')) } }: { policy?: Partial<Policy>; release?: string; signIn?: TeamDeps['signIn'] } = {}) {
  const app = await createTestApp({ policy })
  app.clock.set(hub.now())
  const asked: string[] = []
  const wire = { down: false, hold: undefined as Promise<void> | undefined, /** The hub that answers. */ to: hub }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`)
    if (wire.hold) await Promise.race([wire.hold, aborted(init?.signal)])
    if (wire.down) throw new TypeError('network')
    const answer = await wire.to.app.request(String(input), init)
    asked[asked.length - 1] += ` ${answer.status}`
    return answer
  }
  const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
  const deps: TeamDeps = { ...app.deps, ...app.stores, ledger: app.deps.ledger, hub: createHubClient({ fetch }), locks: createTestLocks(), digest, deviceName: async () => 'Firefox on Linux', release, signIn, clock: app.clock }
  const team = createTeam(deps)
  const flusher = createOutboxFlusher({
    outbox: app.stores.outbox, ledger: app.stores.ledger, clock: app.clock, chance: deps.chance, locks: createTestLocks(), connectors: { for: (crm) => app.crms[crm] }, hub: team,
  })
  return {
    app, deps, team, asked, wire, flusher,
    publishing: createPublishing({ ...app.stores, staging: app.stores.assets, clock: app.clock }, team.membership),
    join: (code: string, name = 'Somebody') => team.membership.join({ invite: `${hub.deps.config.url}/join#${code}`, name }),
    async append(events: LedgerEvent[]) {
      await app.deps.ledger.append(events, await team.rows(events, []))
    },
    /** Requests since the last look. */
    took: () => asked.splice(0),
  }
}
