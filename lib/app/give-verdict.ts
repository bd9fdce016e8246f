import { AppError } from '@/lib/domain/errors'
import { makeEvidence } from '@/lib/domain/evidence'
import type { LedgerEvent, Trigger, VerdictEvent, VerdictValue } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import { cleanText } from '@/lib/domain/clean-text'
import type { RecordRef } from '@/lib/domain/record-ref'
import { isSecondLook } from '@/lib/domain/returns'
import type { VerdictView } from '@/lib/domain/view'
import { undoMs, verdictViews } from './assemble-view'
import type { AppDeps } from './deps'
import { actorFor, type RecordReader } from './open-record'
import { crmRows } from './outbox-entry'
import type { RecordFacts } from './record-facts'

/** Two clicks on the same button within this are one (a double click). */
const doubleClickMs = 1_000
/** Details given late still leave a moment before they travel. */
const detailMs = 3_000

export interface VerdictDetail {
  reason?: string | undefined
  until?: string | undefined
  trigger?: Trigger | undefined
  note?: string | undefined
  helped?: string[] | undefined
}

export interface VerdictDesk {
  /** Records a verdict: ledger and outbox in one transaction, resolved after it is durable. Repeating the same `eventId` changes nothing. */
  give(input: { ref: RecordRef; eventId: string; verdict: VerdictValue; supersedes?: string | undefined }): Promise<VerdictView>
  /** Completes a verdict with an event that supersedes it; history stays. */
  detail(input: { ref: RecordRef; eventId: string; verdictId: string; detail: VerdictDetail }): Promise<VerdictView>
  /** @throws AppError `conflict` when the ten seconds are over. */
  undo(input: { ref: RecordRef; verdictId: string }): Promise<void>
}

export function createVerdictDesk(deps: AppDeps, reader: RecordReader): VerdictDesk {
  async function write(facts: RecordFacts, event: VerdictEvent, dueAt: number): Promise<VerdictView> {
    const settings = await deps.settings.get()
    const returns = event.verdict === 'not_yet' && event.until !== undefined && settings.returnTask
    const rows = crmRows(event, returns ? ['verdict', 'return-task'] : ['verdict'], dueAt)
    await deps.ledger.append([event], rows)
    changed(deps, facts.ref)
    deps.deliverSoon(dueAt)
    return viewOf([event], rows, event.id)
  }

  return {
    async give({ ref, eventId, verdict, supersedes }) {
      const facts = await reader.facts(ref)
      const known = repeated(facts.events, eventId, verdict, deps.clock.now())
      if (known) return viewOf(facts.events, facts.outbox, known.id)
      const now = deps.clock.now()
      const event: VerdictEvent = {
        type: 'verdict', id: eventId, at: now, ref, rep: await actorFor(deps, facts), verdict, supersedes,
        ...(isSecondLook(facts.events, facts.touches, now, facts.snapshot.person.score?.value) ? { secondLook: true } : {}),
        evidence: makeEvidence({ person: facts.snapshot.person, profile: facts.profile, stories: facts.stories, playbook: facts.playbook }),
      }
      if (supersedes) await deps.outbox.cancel(supersedes)
      return write(facts, event, now + undoMs)
    },

    async detail({ ref, eventId, verdictId, detail }) {
      const facts = await reader.facts(ref)
      const earlier = facts.events.find((event) => event.id === verdictId)
      if (earlier?.type !== 'verdict') throw new AppError('not-found')
      if (facts.events.some((event) => event.id === eventId)) return viewOf(facts.events, facts.outbox, eventId)
      const policy = await deps.policy()
      const now = deps.clock.now()
      const note = policy.allowFreeText === false ? undefined : detail.note && cleanText(detail.note, 2000)
      const event: VerdictEvent = { ...earlier, ...detail, note, id: eventId, at: now, supersedes: verdictId }
      await deps.outbox.cancel(verdictId)
      return write(facts, event, Math.max(earlier.at + undoMs, now + detailMs))
    },

    async undo({ ref, verdictId }) {
      const facts = await reader.facts(ref)
      const chain = chainOf(facts.events, verdictId)
      const first = chain[0]
      if (!first) throw new AppError('not-found')
      const now = deps.clock.now()
      if (now > first.at + undoMs) throw new AppError('conflict')
      for (const event of chain) await deps.outbox.cancel(event.id)
      const rep = await actorFor(deps, facts)
      await deps.ledger.append(chain.map((event) => ({ type: 'verdict-withdrawn' as const, id: deps.chance.id(now), at: now, ref, rep, verdictId: event.id })), [])
      await restore(deps, facts, first)
      changed(deps, ref)
    },
  }
}

/** A verdict this one replaced before it was delivered travels again. */
async function restore(deps: AppDeps, facts: RecordFacts, withdrawn: VerdictEvent): Promise<void> {
  const before = facts.events.find((event) => event.id === withdrawn.supersedes)
  const row = before && facts.outbox.find((candidate) => candidate.eventId === before.id && candidate.task === 'verdict')
  if (before?.type !== 'verdict' || row?.state !== 'cancelled') return
  await deps.ledger.append([], crmRows(before, ['verdict'], deps.clock.now()))
}

/** The click and the details added to it, oldest first. */
function chainOf(events: readonly LedgerEvent[], verdictId: string): VerdictEvent[] {
  const verdicts = events.flatMap((event) => (event.type === 'verdict' ? [event] : []))
  const last = verdicts.find((event) => event.id === verdictId)
  const chain = last ? [last] : []
  for (let head = last; head?.supersedes; ) {
    const id: string = head.supersedes
    head = verdicts.find((event) => event.id === id)
    if (!head || head.verdict !== last?.verdict || head.evidence.digest !== last.evidence.digest || last.at - head.at > undoMs) break
    chain.unshift(head)
  }
  return chain
}

function repeated(events: readonly LedgerEvent[], eventId: string, verdict: VerdictValue, now: number): VerdictEvent | undefined {
  const withdrawn = new Set(events.flatMap((event) => (event.type === 'verdict-withdrawn' ? [event.verdictId] : [])))
  return events.flatMap((event) => (event.type === 'verdict' ? [event] : []))
    .find((event) => event.id === eventId || (event.verdict === verdict && !withdrawn.has(event.id) && Math.abs(now - event.at) < doubleClickMs))
}

function viewOf(events: readonly LedgerEvent[], rows: readonly OutboxRow[], id: string): VerdictView {
  const view = verdictViews(events, rows).find((candidate) => candidate.event.id === id)
  if (!view) throw new AppError('not-found')
  return view
}

function changed(deps: Pick<AppDeps, 'tell'>, ref: RecordRef): void {
  deps.tell.record(ref)
  deps.tell.today()
}
