import * as z from 'zod/mini'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError, type ErrorKind } from '@/lib/domain/errors'
import type { SendEvent, VerdictEvent } from '@/lib/domain/ledger'
import type { Actor } from '@/lib/domain/person'
import type { CrmConnector, Delivery, DeliveryContext, TeamVerdicts } from '@/lib/domain/ports'
import type { RecordRef } from '@/lib/domain/record-ref'
import { snapshot } from '@/lib/domain/snapshot'
import { uuid7 } from '@/lib/domain/uuid7'
import type { FaultEffect, Faults } from '../sandbox/types.ts'

/** Deliveries that make an entry of their own. */
export type Creating = Exclude<Delivery['task'], 'return-done'>

/** A connector over a stand-in CRM, with what the suite needs to know and to do about it. */
export interface ContractSubject {
  connector: CrmConnector
  /** A connector that remembers nothing but what is stored, as after the worker was killed. */
  revived(): CrmConnector
  org: string
  /** Host name of its API, for fault rules. */
  apiHost: string
  faults: Faults
  now(): number
  pass(ms: number): void
  /** A person with a story, one nothing is known of, and an id that is nobody's. */
  rich: RecordRef
  empty: RecordRef
  missing: RecordRef
  /** Who acts, and whether the CRM itself can tell one user from another. */
  rep: Actor
  tellsUsers: boolean
  /** Calls made so far that count for a record opened, and how many one may take. */
  calls(): number
  callsToOpen: number
  /** The sign-in ends and cannot be renewed. */
  expire(): Promise<void>
  /** Nobody is signed in. */
  forget(): Promise<void>
  /** Another org's sign-in lies where this org's should; resolves to the ref of a record of this org. */
  misfile(): Promise<RecordRef>
  /** Entries the CRM keeps for an event. */
  written(eventId: string, task: Creating): number
  /** How the request looks that writes a delivery for the first time. */
  writes: Record<Creating, { method: string; path: string }>
  /** The person does something that counts as a human touch, as the CRM would note it. */
  touch(ref: RecordRef): Promise<void>
  /** How long the CRM's own indexes may lag behind a write. */
  lagMs: number
}

const everywhere: FaultEffect[] = [
  { kind: 'html' }, { kind: 'truncate' }, { kind: 'wrong-type' }, { kind: 'null' }, { kind: 'huge' },
]
const refusals: [string, FaultEffect, ErrorKind][] = [
  ['F18 a dead connection', { kind: 'reset-before' }, 'offline'],
  ['F26 a server error', { kind: 'server-error' }, 'unavailable'],
  ['F26 maintenance', { kind: 'unavailable' }, 'unavailable'],
  ['F24 a rate limit', { kind: 'rate-limited', retryAfter: { seconds: 120 } }, 'rate-limited'],
  ['F24 a rate limit for a year', { kind: 'rate-limited', retryAfter: 'absurd' }, 'rate-limited'],
]

/** One suite for every CRM: what use cases may rely on. */
export function connectorContract(name: string, create: () => Promise<ContractSubject>): void {
  describe(`${name} as a connector`, () => {
    let subject: ContractSubject
    let serial = 0
    beforeEach(async () => {
      subject = await create()
    })

    const newId = () => uuid7(subject.now(), new Uint8Array(10).fill(++serial))
    const sure = (): DeliveryContext => ({ unsure: false, since: subject.now() })
    const unsure = (since: number): DeliveryContext => ({ unsure: true, since })

    function verdict(changes: Partial<VerdictEvent> = {}): Extract<Delivery, { task: 'verdict' }> {
      const event: VerdictEvent = {
        type: 'verdict', id: newId(), at: subject.now(), ref: subject.rich, rep: subject.rep, verdict: 'not_yet', reason: 'no-budget', until: '2026-10-16',
        note: "Knows us; says \"call in O'ctober\"", secondLook: true, helped: ['asset:roi'],
        evidence: {
          playbook: '3', source: 'Web', campaigns: ['Webinar Q3'], score: 61, stage: 'evaluation', digest: 'd1',
          stories: [{ key: 'asset:roi', title: 'ROI calculator', assetId: 'roi', count: 2, last: subject.now() - 1000 }],
        },
        ...changes,
      }
      return { task: 'verdict', event }
    }
    function send(): Extract<Delivery, { task: 'send-log' }> {
      const event: SendEvent = {
        type: 'send', id: newId(), at: subject.now(), ref: subject.rich, rep: subject.rep, assetId: 'price-guide', assetVersion: 2, title: 'Price guide',
        link: 'https://www.example.com/price-guide?utm_source=leadside', channel: 'mailto',
      }
      return { task: 'send-log', event }
    }
    const returning = (): Delivery => ({ task: 'return-task', event: verdict().event })
    const deliveries: [Creating, () => Delivery][] = [['verdict', verdict], ['send-log', send], ['return-task', returning]]

    describe('records of an address', () => {
      it('are those of the person, and none of nobody', async () => {
        const { person } = await subject.connector.open(subject.rich)
        const found = await subject.connector.recordsOf(subject.org, person.email ?? '')
        expect(found).toContainEqual(person.ref)
        expect(await subject.connector.recordsOf(subject.org, "no'body@nowhere.example")).toEqual([])
      })
    })

    describe('names in bulk', () => {
      it('are those an open shows, of whoever the CRM shows', async () => {
        const { person } = await subject.connector.open(subject.rich)
        expect(await subject.connector.names(subject.org, [subject.missing, subject.rich])).toMatchObject([{ ref: subject.rich, name: person.name, company: person.company, email: person.email }])
      })
    })

    describe('open', () => {
      it('brings a person home whole, and the same touches at every read', async () => {
        const first = await subject.connector.open(subject.rich)
        expect(z.safeParse(snapshot, first).error).toBeUndefined()
        expect(first.person.ref).toEqual(subject.rich)
        expect(first.touches.length).toBeGreaterThan(0)
        const ids = first.touches.map((touch) => touch.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect((await subject.revived().open(subject.rich)).touches.map((touch) => touch.id).sort()).toEqual(ids.sort())
      })

      it('keeps to its calls', async () => {
        await subject.connector.open(subject.empty)
        const before = subject.calls()
        await subject.connector.open(subject.rich)
        expect(subject.calls() - before).toBeGreaterThan(0)
        expect(subject.calls() - before).toBeLessThanOrEqual(subject.callsToOpen)
      })

      it('says what was looked through where nothing was found', async () => {
        const read = await subject.connector.open(subject.empty)
        expect(read.touches).toEqual([])
        expect(read.sources.filter((source) => source.state === 'empty').length).toBeGreaterThan(0)
        expect(read.sources.filter((source) => source.state === 'found' || source.state === 'failed')).toEqual([])
        expect(read.sources.filter((source) => source.state === 'missing' && !source.need)).toEqual([])
      })

      it('never makes emptiness of a record that is not there', async () => {
        expect((await failureOf(subject.connector.open(subject.missing))).kind).toBe('not-found')
      })

      it('asks for a connection where there is none', async () => {
        await subject.forget()
        expect((await failureOf(subject.connector.open(subject.rich))).kind).toBe('not-connected')
      })

      it('F20 S44 ends signed out when the sign-in is over', async () => {
        await subject.connector.open(subject.rich)
        await subject.expire()
        expect((await failureOf(subject.connector.open(subject.rich))).kind).toBe('signed-out')
      })

      it.each(refusals)('names %s', async (_name, effect, kind) => {
        subject.faults.add({ effect, host: subject.apiHost })
        const failure = await failureOf(subject.connector.open(subject.rich))
        expect(failure.kind).toBe(kind)
        expect(failure.retryAt ?? 0).toBeLessThanOrEqual(subject.now() + 15 * 60_000)
      })

      it.each(everywhere.map((effect) => [effect.kind, effect] as const))('F17 F27 S37 knows a bad reply: %s', async (_name, effect) => {
        subject.faults.add({ effect, host: subject.apiHost })
        expect((await failureOf(subject.connector.open(subject.rich))).kind).toBe('bad-reply')
      })

      it('F26 leaves a failing CRM alone, but not when a person asks: a read insisted on is whole once the CRM is back', async () => {
        await subject.connector.open(subject.rich)
        subject.faults.add({ effect: { kind: 'server-error' }, host: subject.apiHost })
        for (const _ of [1, 2]) await failureOf(subject.connector.open(subject.rich))
        subject.faults.clear()
        subject.pass(5_000)
        expect((await failureOf(subject.connector.open(subject.rich))).detail).toBe('circuit')
        await subject.connector.insist(subject.org)
        expect((await subject.connector.open(subject.rich)).touches.length).toBeGreaterThan(0)
      })

      it('stops when nobody waits any more', async () => {
        const stop = new AbortController()
        stop.abort()
        expect((await failureOf(subject.connector.open(subject.rich, stop.signal))).kind).toBe('cancelled')
      })
    })

    describe('deliver', () => {
      it.each(deliveries)('F03 writes a %s, and nothing at a replay', async (task, make) => {
        const delivery = make()
        const since = subject.now()
        await subject.connector.deliver(delivery, sure())
        expect(subject.written(delivery.event.id, task)).toBe(1)
        subject.pass(60_000)
        await subject.revived().deliver(delivery, unsure(since))
        expect(subject.written(delivery.event.id, task)).toBe(1)
      })

      it.each(deliveries)('F29 writes a %s once although the answer was lost', async (task, make) => {
        const delivery = make()
        const since = subject.now()
        subject.faults.add({ effect: { kind: 'reset-after' }, host: subject.apiHost, ...subject.writes[task], count: 3 })
        expect((await failureOf(subject.connector.deliver(delivery, sure()))).unsure).toBe(true)
        expect(subject.written(delivery.event.id, task)).toBe(1)
        subject.faults.clear()
        subject.pass(60_000)
        await subject.revived().deliver(delivery, unsure(since))
        expect(subject.written(delivery.event.id, task)).toBe(1)
      })

      it.each(deliveries)('F18 writes a %s after a connection that died before', async (task, make) => {
        const delivery = make()
        const since = subject.now()
        subject.faults.add({ effect: { kind: 'reset-before' }, host: subject.apiHost, ...subject.writes[task], count: 3 })
        await failureOf(subject.connector.deliver(delivery, sure()))
        expect(subject.written(delivery.event.id, task)).toBe(0)
        subject.faults.clear()
        subject.pass(60_000)
        await subject.revived().deliver(delivery, unsure(since))
        expect(subject.written(delivery.event.id, task)).toBe(1)
      })

      it('F17 F27 never takes a broken answer for a confirmation', async () => {
        for (const effect of everywhere) {
          subject.faults.add({ effect, host: subject.apiHost })
          expect((await failureOf(subject.revived().deliver(verdict(), sure()))).kind).toBe('bad-reply')
          subject.faults.clear()
        }
      })

      it('F26 brings everything through bursts of errors, each once', async () => {
        subject.faults.add({ effect: { kind: 'server-error' }, host: subject.apiHost, probability: 0.5, seed: 7 })
        for (const [task, make] of deliveries) {
          const delivery = make()
          const since = subject.now()
          let attempts = 0
          for (let done = false; !done && attempts < 40; attempts += 1) {
            const context = attempts === 0 ? sure() : unsure(since)
            done = await subject.connector.deliver(delivery, context).then(() => true, () => false)
            subject.pass(60_000)
          }
          expect(subject.written(delivery.event.id, task)).toBe(1)
        }
      })

      it('S42 refuses a write with a sign-in of another org', async () => {
        const ref = await subject.misfile()
        expect((await failureOf(subject.connector.deliver(verdict({ ref }), sure()))).kind).toBe('wrong-org')
      })

      it('S43 refuses a write of somebody else', async () => {
        const other: Actor = { ...subject.rep, id: 'somebody-else', name: 'Somebody Else', verified: true }
        const outcome = await subject.connector.deliver(verdict({ rep: other }), sure()).then(() => 'written', ({ kind, detail }: AppError) => ({ kind, detail }))
        expect(outcome).toEqual(subject.tellsUsers ? { kind: 'wrong-user', detail: subject.rep.name } : 'written')
      })

      it('tells who would act', async () => {
        expect(await subject.connector.actor(subject.org)).toMatchObject({ id: subject.rep.id, name: subject.rep.name, verified: subject.tellsUsers })
      })

      it('keeps what waits when the sign-in is over', async () => {
        await subject.expire()
        expect((await failureOf(subject.connector.deliver(verdict(), sure()))).kind).toBe('signed-out')
      })
    })

    describe('verdicts read back', () => {
      const standing = ({ event }: { event: VerdictEvent }) =>
        ({ eventId: event.id, at: event.at, verdict: event.verdict, reason: event.reason, until: event.until, note: event.note, by: event.rep.name })

      async function readAll(cursor?: string): Promise<{ items: TeamVerdicts['items']; cursor: string }> {
        const items: TeamVerdicts['items'] = []
        for (let at = cursor, pages = 0; pages < 50; pages += 1) {
          const page = await subject.connector.teamVerdicts(subject.org, at)
          items.push(...page.items)
          if (page.next === undefined) return { items, cursor: page.cursor }
          at = page.next
        }
        throw new Error('the pages never end')
      }

      it('stand on the record for whoever opens it', async () => {
        const given = verdict()
        await subject.connector.deliver(given, sure())
        subject.pass(subject.lagMs)
        expect((await subject.revived().open(subject.rich)).verdicts[0]).toEqual(standing(given))
      })

      it('stand as changed', async () => {
        const first = verdict()
        await subject.connector.deliver(first, sure())
        subject.pass(60_000)
        const second = verdict({ verdict: 'good', reason: undefined, until: undefined, note: undefined, supersedes: first.event.id })
        await subject.connector.deliver({ ...second, earlier: first.event.id }, sure())
        subject.pass(subject.lagMs)
        const { verdicts } = await subject.revived().open(subject.rich)
        expect(verdicts[0]).toMatchObject({ eventId: second.event.id, verdict: 'good' })
        expect(verdicts.filter(({ eventId }) => eventId === first.event.id)).toEqual([])
      })

      it('come whole to the desk, once more by nothing but the cursor', async () => {
        const { cursor } = await readAll()
        subject.pass(5 * 60_000)
        const given = verdict()
        await subject.connector.deliver(given, sure())
        subject.pass(subject.lagMs)
        const fresh = await readAll(cursor)
        const item = fresh.items.find(({ verdict: read }) => read.eventId === given.event.id)
        expect(item).toMatchObject({ ref: subject.rich, verdict: standing(given) })
        expect(item?.event).toEqual(given.event)
        const known = new Set(fresh.items.map(({ verdict: read }) => read.eventId))
        subject.pass(5 * 60_000)
        expect((await readAll(fresh.cursor)).items.filter(({ verdict: read }) => !known.has(read.eventId))).toEqual([])
      })

      it('are never an empty list for a failure', async () => {
        subject.faults.add({ effect: { kind: 'unavailable' }, host: subject.apiHost })
        expect((await failureOf(subject.connector.teamVerdicts(subject.org, undefined))).kind).toBe('unavailable')
      })
    })

    describe('recheck', () => {
      it('counts what people did since a moment, and only that', async () => {
        const since = subject.now()
        subject.pass(60_000)
        const refs = [subject.rich, subject.empty]
        expect((await subject.connector.recheck(subject.org, refs, since)).map(({ ref, newTouches }) => ({ ref, newTouches })))
          .toEqual(refs.map((ref) => ({ ref, newTouches: 0 })))
        await subject.touch(subject.empty)
        subject.pass(subject.lagMs)
        const [rich, empty] = await subject.connector.recheck(subject.org, refs, since)
        expect(rich?.newTouches).toBe(0)
        expect((empty?.newTouches ?? 0) + (empty?.campaignResponses ?? 0)).toBeGreaterThan(0)
      })

      it('is never silence for a failure', async () => {
        subject.faults.add({ effect: { kind: 'unavailable' }, host: subject.apiHost })
        expect((await failureOf(subject.connector.recheck(subject.org, [subject.rich], subject.now()))).kind).toBe('unavailable')
      })
    })

    describe('report', () => {
      it('tells who acts and what works', async () => {
        const report = await subject.connector.report(subject.org)
        expect(report).toMatchObject({ state: 'connected', org: subject.org, actingAs: { name: subject.rep.name } })
        expect(report.abilities.filter(({ ok }) => ok).length).toBeGreaterThan(0)
        expect(report.abilities.filter(({ ok, need, who }) => !ok && (!need || !who))).toEqual([])
      })

      it('tells an expired sign-in from a failing service', async () => {
        subject.faults.add({ effect: { kind: 'unavailable' }, host: subject.apiHost })
        expect(await subject.connector.report(subject.org)).toMatchObject({ state: 'failed', error: { kind: 'unavailable' } })
        subject.faults.clear()
        subject.pass(15 * 60_000)
        await subject.expire()
        expect((await subject.connector.report(subject.org)).state).toBe('expired')
      })
    })
  })
}

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const thrown = await work.then(() => undefined, (error: unknown) => error)
  if (thrown instanceof AppError) return thrown
  throw new Error(thrown === undefined ? 'expected a failure' : `expected an AppError, got ${String(thrown)}`, { cause: thrown })
}
