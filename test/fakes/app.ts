import { createVerdictDesk } from '@/lib/app/give-verdict'
import { createLearner, erasingLearned } from '@/lib/app/learn-from-records'
import { createRecordReader } from '@/lib/app/open-record'
import { createSendDesk } from '@/lib/app/send-asset'
import { createTeamHistory } from '@/lib/app/team-history'
import { createToday } from '@/lib/app/today'
import type { AppDeps } from '@/lib/app/deps'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import type { CrmConnector, Delivery, TeamVerdicts } from '@/lib/domain/ports'
import { orgKey, recordKey, type Crm, type RecordRef } from '@/lib/domain/record-ref'
import type { Policy } from '@/lib/domain/settings'
import type { Snapshot } from '@/lib/domain/snapshot'
import { statusesFor } from '@/lib/domain/status-map'
import { uuid7 } from '@/lib/domain/uuid7'
import { recordUrl } from '@/lib/pages/record-url'
import { createLibraryIndex } from '@/lib/search/library-index'
import { boot, createMachine } from '../fixtures/store/machine'
import { createRandom } from '../fixtures/store/random'

export const org = 'quayside.my.salesforce.com'
export const portal = '4711'
export const rep: Actor = { id: '005', name: 'Dana Reyes', email: 'dana@quayside.example', verified: true }

export function lead(n: number): RecordRef {
  return { crm: 'salesforce', org, kind: 'lead', id: `00Q${String(n).padStart(15, '0')}` }
}

/** What differs from a snapshot without any touches. */
export type GivenSnapshot = Partial<Omit<Snapshot, 'person'>> & { person?: Partial<Snapshot['person']> }

export function snapshotOf(ref: RecordRef, given: GivenSnapshot = {}): Snapshot {
  return {
    touches: [], sources: [], verdicts: [], mails: [], actingAs: rep, readAt: 0, ...given,
    person: {
      ref, same: [ref], name: 'Marta Lindqvist', firstName: 'Marta', lastName: 'Lindqvist', company: 'Brightwater Foods', email: 'marta@brightwater.example',
      optedOut: false, ...given.person,
    },
  }
}

/** A CRM whose answers are set from outside and which remembers what it was asked. */
export function createFakeCrm(crm: Crm, now: () => number) {
  const records = new Map<string, Snapshot>()
  const asked: string[] = []
  const delivered: Delivery[] = []
  let failure: AppError | undefined
  const answer = async <T>(name: string, value: () => T | Promise<T>): Promise<T> => {
    asked.push(name)
    if (failure) throw failure
    return value()
  }
  const cursors: (string | undefined)[] = []
  const pages: TeamVerdicts[] = []
  const fake = {
    crm, asked, delivered, cursors, pages,
    /** Waits before an answer, for overlapping calls. */
    hold: undefined as Promise<void> | undefined,
    recheckAnswers: ((): Awaited<ReturnType<CrmConnector['recheck']>> => []) as (refs: RecordRef[], since: number) => Awaited<ReturnType<CrmConnector['recheck']>>,
    put: (snapshot: Snapshot) => void records.set(recordKey(snapshot.person.ref), snapshot),
    fail: (kind: AppError['kind'] | undefined) => void (failure = kind && new AppError(kind)),
    times: (name: string) => asked.filter((one) => one === name).length,
    open: (ref: RecordRef): Promise<Snapshot> => answer('open', async () => {
      await fake.hold
      const known = records.get(recordKey(ref))
      if (!known) throw new AppError('not-found')
      return { ...structuredClone(known), readAt: now() }
    }),
    insist: (_host: string) => answer('insist', () => undefined),
    deliver: (delivery: Delivery) => answer('deliver', () => void delivered.push(delivery)),
    actor: () => answer('actor', () => rep),
    recordsOf: (_host: string, email: string): Promise<RecordRef[]> => answer('recordsOf', () => [...records.values()].filter(({ person }) => person.email === email).map(({ person }) => person.ref)),
    isAdmin: false,
    mayAdminister: async (_host: string, _ask: boolean): Promise<boolean> => fake.isAdmin,
    notAgreed: undefined as string | undefined,
    statusNotAgreed: async (_host: string): Promise<string | undefined> => fake.notAgreed,
    report: (host: string) => answer('report', () => ({ crm, org: host, state: 'connected' as const, mode: 'oauth' as const, actingAs: rep, scopes: [], abilities: [] })),
    teamVerdicts: (_: string, cursor: string | undefined) => answer('teamVerdicts', () => {
      cursors.push(cursor)
      return pages.shift() ?? { items: [], cursor: cursor ?? '0' }
    }),
    names: (_: string, refs: readonly RecordRef[]): ReturnType<CrmConnector['names']> => answer('names', () => refs.flatMap((ref) => {
      const person = records.get(recordKey(ref))?.person
      return person ? [{ ref, same: [], name: person.name, company: person.company, email: person.email }] : []
    })),
    recheck: (_: string, refs: RecordRef[], since: number): ReturnType<CrmConnector['recheck']> => answer('recheck', () => fake.recheckAnswers(refs, since)),
  } satisfies CrmConnector & Record<string, unknown>
  return fake
}

/**
 * The use cases over real stores, with a clock and chance of their own and a CRM that says what it is told to. Give a machine
 * to start a second background on the same data.
 */
export async function createTestApp({ machine = createMachine(), policy: fixed = {} as Partial<Policy> } = {}) {
  const { session, problem: _problem, ...stores } = await boot(machine)
  const { clock } = machine
  const random = createRandom(7)
  const crms = { salesforce: createFakeCrm('salesforce', clock.now), hubspot: createFakeCrm('hubspot', clock.now) }
  const connected: { crm: Crm; org: string }[] = [{ crm: 'salesforce', org }]
  const told: string[] = []
  const doors: string[] = []
  const due: number[] = []
  const policy: Policy = { ignored: [], ...fixed }
  const door = { broken: false }
  const history = createTeamHistory(stores)

  const deps: AppDeps = {
    ...stores, clock,
    eraser: erasingLearned(stores, () => learner),
    staging: stores.assets,
    chance: { random: random.random, id: (at) => uuid7(at, Uint8Array.from({ length: 10 }, () => random.upTo(256))) },
    ledger: {
      ...stores.ledger,
      async append(events, rows) {
        await stores.ledger.append(events, rows)
        history.changed()
      },
    },
    policy: async () => policy,
    statuses: async (crm, host, ask) => statusesFor(crm, { policy, chosen: (await stores.settings.get()).statusMap, mayAdminister: () => crms[crm].mayAdminister(host, ask) }),
    connectors: { for: (crm) => crms[crm], connections: async () => connected, pageHost: async (crm) => (crm === 'hubspot' ? 'app-eu1.hubspot.com' : undefined) },
    search: createLibraryIndex({ assets: stores.assets, pieces: stores.pieces, now: clock.now }),
    door: {
      async open(url) {
        if (door.broken) throw new AppError('cancelled')
        doors.push(url)
      },
      show: async (url) => void doors.push(url),
    },
    tell: {
      record: (ref) => void told.push(`record ${recordKey(ref)}`), library: () => void told.push('library'), today: () => void told.push('today'),
      connections: () => void told.push('connections'), settings: () => void told.push('settings'), team: () => void told.push('team'), hub: () => void told.push('hub'),
    },
    recordUrl,
    deliverSoon: (at) => void due.push(at),
    defaultPlaybook,
  }
  const learner = createLearner(deps, history)
  const reader = createRecordReader(deps, history, [], learner)

  return {
    stores, deps, machine, clock, session, crms, connected, told, doors, door, due, policy, history, reader, learner,
    verdicts: createVerdictDesk(deps, reader),
    sends: createSendDesk(deps, reader),
    today: createToday(deps),
    /** An id as the panel makes it at the pointer-down. */
    newId: () => deps.chance.id(clock.now()),
    rows: () => stores.outbox.open(),
    /** Puts the record into the CRM and reads it, as opening the page does. */
    async opened(ref = lead(1), given: GivenSnapshot = {}) {
      crms[ref.crm].put(snapshotOf(ref, given))
      return reader.fresh(ref, true)
    },
    orgKey: orgKey({ crm: 'salesforce', org }),
  }
}
export type TestApp = Awaited<ReturnType<typeof createTestApp>>
