import { viewDefinitions } from '@/lib/domain/definitions/definition'
import { AppError } from '@/lib/domain/errors'
import { makeEvidence } from '@/lib/domain/evidence'
import type { LedgerEvent, VerdictEvent, VerdictValue } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import { cleanText } from '@/lib/domain/clean-text'
import type { RecordRef } from '@/lib/domain/record-ref'
import { recordKey } from '@/lib/domain/record-key'
import { isSecondLook, usualReturnDay } from '@/lib/domain/returns'
import { findHeld, findWithdrawn } from '@/lib/domain/standing'
import type { VerdictView } from '@/lib/domain/view'
import { verdictViews } from './assemble-view'
import type { AppDeps } from './deps'
import { createTurns } from './in-turn'
import { actorFor, type RecordReader } from './open-record'
import { crmRows } from './outbox-entry'
import { clauseInputOf } from './playbook/lines'
import type { RecordFacts } from './record-facts'
import { chainOf, undoMs, undoUntil } from './verdict-chain'
import { tasksOf } from './verdict-tasks'

/** Two clicks on the same button within this are one (a double click). */
const doubleClickMs = 1_000
/** Details given late still leave a moment before they travel. */
const detailMs = 3_000

export type VerdictDetail = Pick<VerdictEvent, 'reason' | 'until' | 'trigger' | 'note' | 'helped' | 'clause'>

export interface VerdictDesk {
  /**
   * Records a verdict: ledger and outbox in one transaction, resolved after it is durable. Repeating the same `eventId` changes
   * nothing. What it needs is read while the guard still looks; nothing is written before `allowed` resolves.
   */
  give(input: { ref: RecordRef; eventId: string; verdict: VerdictValue; supersedes?: string | undefined }, allowed?: Promise<void>): Promise<VerdictView>
  /** Completes a verdict with an event that supersedes it; history stays. `detail` is all of it: what is left out is taken away. */
  detail(input: { ref: RecordRef; eventId: string; verdictId: string; detail: VerdictDetail }): Promise<VerdictView>
  /** Withdraws the click and what was added to it; what it had replaced stands again. @throws AppError `conflict` when the ten seconds are over. */
  undo(input: { ref: RecordRef; verdictId: string }): Promise<void>
}

export function createVerdictDesk(deps: AppDeps, reader: RecordReader): VerdictDesk {
  const inTurn = createTurns()

  async function write(facts: RecordFacts, event: VerdictEvent, dueAt: number): Promise<VerdictView> {
    const { returnTask } = await deps.settings.get()
    const rows = crmRows(event, tasksOf(event, facts, returnTask), dueAt)
    await deps.ledger.append([event], rows)
    changed(deps, facts.ref)
    deps.deliverSoon(dueAt)
    return viewOf([...facts.events, event], rows, event.id)
  }

  return {
    give({ ref, eventId, verdict, supersedes }, allowed = Promise.resolve()) {
      // Heard where it is awaited, which may be after the turn of another.
      allowed.catch(() => undefined)
      return inTurn(recordKey(ref), async () => {
        const [facts] = await Promise.all([reader.facts(ref), allowed])
        const now = deps.clock.now()
        const known = repeated(facts.events, eventId, verdict, now)
        if (known) return viewOf(facts.events, facts.outbox, known.id)
        const event: VerdictEvent = {
          type: 'verdict', id: eventId, at: now, ref, rep: await actorFor(deps, facts), verdict, supersedes,
          ...(isSecondLook(facts.events, facts.touches, now, facts.snapshot.person.score?.value) ? { secondLook: true } : {}),
          ...(verdict === 'not_yet' ? { until: usualReturnDay(now) } : {}),
          evidence: makeEvidence({ person: facts.snapshot.person, profile: facts.profile, stories: facts.stories, playbook: facts.playbook, definitions: viewDefinitions(facts.playbook.definitions ?? [], clauseInputOf(facts, now)) }),
        }
        return write(facts, event, now + undoMs)
      })
    },

    detail: ({ ref, eventId, verdictId, detail }) => inTurn(recordKey(ref), async () => {
      const facts = await reader.facts(ref)
      if (facts.events.some((event) => event.id === eventId)) return viewOf(facts.events, facts.outbox, eventId)
      const earlier = facts.events.find((event) => event.id === verdictId)
      if (earlier?.type !== 'verdict') throw new AppError('not-found')
      const { reason, until, trigger, helped, clause } = detail
      const now = deps.clock.now()
      // Whoever completes what somebody else judged here judges anew.
      const event: VerdictEvent = { ...earlier, rep: await actorFor(deps, facts), reason, until, trigger, helped, clause, note: await allowedNote(deps, detail.note), id: eventId, at: now, supersedes: verdictId }
      return write(facts, event, Math.max(undoUntil([...facts.events, event], event), now + detailMs))
    }),

    undo: ({ ref, verdictId }) => inTurn(recordKey(ref), async () => {
      const facts = await reader.facts(ref)
      const withdrawn = findWithdrawn(facts.events)
      const chain = chainOf(facts.events, verdictId)
      const [first] = chain
      if (!first) throw new AppError('not-found')
      const standing = chain.filter(({ id }) => !withdrawn.has(id))
      if (standing.length === 0) return
      const now = deps.clock.now()
      if (now >= first.at + undoMs) throw new AppError('conflict')
      const rep = await actorFor(deps, facts)
      const restored = restoredRows(facts, first, now)
      await deps.ledger.append(standing.map(({ id }) => ({ type: 'verdict-withdrawn' as const, id: deps.chance.id(now), at: now, ref, rep, verdictId: id })), restored)
      if (restored[0]) deps.deliverSoon(restored[0].dueAt)
      changed(deps, ref)
    }),
  }
}

async function allowedNote(deps: Pick<AppDeps, 'policy'>, note: string | undefined): Promise<string | undefined> {
  if (!note || (await deps.policy()).allowFreeText === false) return undefined
  return cleanText(note, 2000) || undefined
}

/** Deliveries of the verdict that the withdrawn one had replaced before they went out: they travel after all. */
function restoredRows({ events, outbox }: RecordFacts, withdrawn: VerdictEvent, now: number): OutboxRow[] {
  const before = events.find((event) => event.id === withdrawn.supersedes)
  if (before?.type !== 'verdict') return []
  const cancelled = new Set(outbox.filter((row) => row.eventId === before.id && row.state === 'cancelled').map((row) => row.task))
  return crmRows(before, (['verdict', 'return-task', 'return-done'] as const).filter((task) => cancelled.has(task)), Math.max(now, undoUntil(events, before)))
}

/** The same click again: by its id, or as the verdict that stands since less than a second. */
function repeated(events: readonly LedgerEvent[], eventId: string, verdict: VerdictValue, now: number): VerdictEvent | undefined {
  const same = events.find((event) => event.id === eventId)
  if (same?.type === 'verdict') return same
  const standing = findHeld(events)
  return standing?.verdict === verdict && Math.abs(now - standing.at) < doubleClickMs ? standing : undefined
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
