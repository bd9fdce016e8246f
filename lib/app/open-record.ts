import { AppError, heals, toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'
import { confirmedByMail } from '@/lib/domain/send-found'
import type { Snapshot } from '@/lib/domain/snapshot'
import { itemsConsumed } from '@/lib/domain/suggest/consumed'
import { createLibraryMemo } from '@/lib/domain/suggest/prepared-library'
import type { TeamHistory } from '@/lib/domain/suggest/types'
import type { Touch } from '@/lib/domain/touch'
import type { RecordView } from '@/lib/domain/view'
import { assembleView } from './assemble-view'
import type { AppDeps } from './deps'
import type { Learner } from './learn-from-records'
import { gatherNotices, type NoticeSource } from './notice-sources'
import { playbookLines } from './playbook/lines'
import { gatherFacts, type RecordFacts } from './record-facts'
import type { TeamHistorySource } from './team-history'

/** A record read less than this ago is not read again unless somebody asks. */
export const freshMs = 60_000

export interface RecordReader {
  /** The local copy at once, or null where there is none. Touches no network. */
  cached(ref: RecordRef): Promise<RecordView | null>
  /**
   * Reads the CRM unless that happened within a minute; `force`: a person asks, so that it is read anyway. Where it fails and a local copy exists, that copy comes back with
   * its `problem`; without one the failure is thrown.
   */
  fresh(ref: RecordRef, force: boolean): Promise<RecordView>
  /** All touches of one story, newest first. */
  touches(ref: RecordRef, storyKey: string): Promise<Touch[]>
  /** From the local copy, and from the CRM where there is none any more. */
  facts(ref: RecordRef): Promise<RecordFacts>
}

interface Reading { snapshot: Snapshot; problem: ErrorInfo | undefined }

export function createRecordReader(deps: AppDeps, history: TeamHistorySource, sources: readonly NoticeSource[] = [], learner?: Pick<Learner, 'read'>): RecordReader {
  const reading = new Map<string, Promise<Reading>>()
  const prepared = createLibraryMemo()

  /** Several panels on one record share one read. */
  function read(ref: RecordRef): Promise<Reading> {
    const key = recordKey(ref)
    const known = reading.get(key)
    if (known) return known
    const started = readAndKeep(ref).finally(() => reading.delete(key))
    reading.set(key, started)
    return started
  }

  /** What the CRM said is there although nothing could be written, as on a full disk: then with the problem. */
  async function readAndKeep(ref: RecordRef): Promise<Reading> {
    const read = await deps.connectors.for(ref.crm).open(ref)
    const snapshot = deps.reported ? await deps.reported(read, await deps.snapshots.get(ref)) : read
    await deps.snapshots.put(snapshot)
    const problem = await note(snapshot).then(() => undefined, toErrorInfo)
    // Nobody waits for what is learned from it.
    void learner?.read(snapshot).catch(() => undefined)
    deps.tell.today()
    return { snapshot, problem }
  }

  async function view(snapshot: Snapshot, problem?: ErrorInfo, ask = true): Promise<RecordView> {
    const { ref } = snapshot.person
    const statuses = hasStatus(ref) ? deps.statuses(ref.crm, ref.org, ask && !isSample(ref)) : Promise.resolve({})
    const [facts, alsoSets, statusNotAgreed, dismissed] = await Promise.all([
      gatherFacts(deps, snapshot), statuses, deps.connectors.for(ref.crm).statusNotAgreed?.(ref.org), deps.marks.all('notice'),
    ])
    const now = deps.clock.now()
    const lines = await playbookLines(deps, facts, now)
    return assembleView(facts, {
      now, lines, others: await gatherNotices(sources, { facts, lines, now }), history: await historyFor(facts), library: prepared(facts.assets), dismissedNotices: dismissed, alsoSets, statusNotAgreed, problem,
    })
  }

  /** What the team's past says to this person's suggestions. */
  async function historyFor({ snapshot: { person }, stories, events }: RecordFacts): Promise<TeamHistory> {
    const [others, counts] = await Promise.all([deps.team.forRecord([...new Set([person.ref, ...person.same].map(recordKey))]), history.counts(itemsConsumed(stories))])
    return { ...counts, events: [...events, ...others] }
  }

  async function note(snapshot: Snapshot): Promise<void> {
    const facts = await gatherFacts(deps, snapshot)
    const rep = snapshot.actingAs
    if (!rep) return
    const now = deps.clock.now()
    const opened = facts.events.some((event) => event.type === 'opened' && event.rep.id === rep.id)
    const found = confirmedByMail(facts.events, snapshot.mails).map(({ sendId, at }) => ({
      type: 'send-outcome' as const, id: deps.chance.id(now), at, ref: snapshot.person.ref, rep, sendId, outcome: 'sent' as const, by: 'mail' as const,
    }))
    const first = opened ? [] : [{ type: 'opened' as const, id: deps.chance.id(now), at: now, ref: snapshot.person.ref, rep }]
    if (first.length + found.length > 0) await deps.ledger.append([...first, ...found], [])
  }

  return {
    async cached(ref) {
      const snapshot = await deps.snapshots.get(ref)
      return snapshot ? view(snapshot, undefined, false) : null
    },

    async fresh(ref, force) {
      const before = await deps.snapshots.get(ref)
      if (before && (isSample(ref) || (!force && deps.clock.now() - before.readAt < freshMs))) return view(before)
      try {
        if (force) await deps.connectors.for(ref.crm).insist(ref.org)
        const { snapshot, problem } = await read(ref)
        return await view(snapshot, problem)
      } catch (failure) {
        const problem = toErrorInfo(failure)
        if (!before || gone(problem)) throw failure
        return view(before, problem)
      }
    },

    async touches(ref, storyKey) {
      const facts = await this.facts(ref)
      return facts.stories.find((story) => story.key === storyKey)?.touches ?? []
    },

    async facts(ref) {
      const snapshot = await deps.snapshots.get(ref)
      if (snapshot) return gatherFacts(deps, snapshot)
      if (isSample(ref)) throw new AppError('not-found')
      // A full disk costs the copies first, of what is being looked at, too.
      return gatherFacts(deps, (await read(ref)).snapshot)
    },
  }
}

/** Salesforce knows a status of leads only. */
function hasStatus({ crm, kind }: RecordRef): boolean {
  return crm === 'hubspot' || kind === 'lead'
}

/** Failures after which a local copy would mislead: the record is not (or no longer) this user's to see. */
function gone(problem: ErrorInfo): boolean {
  return !heals(problem.kind) && ['not-found', 'forbidden', 'wrong-user', 'wrong-org', 'no-consent'].includes(problem.kind)
}

/** Who acts on a record: as the last read saw it, otherwise as the CRM says now. */
export async function actorFor(deps: Pick<AppDeps, 'connectors'>, facts: RecordFacts): Promise<Actor> {
  return facts.snapshot.actingAs ?? deps.connectors.for(facts.ref.crm).actor(facts.ref.org)
}
