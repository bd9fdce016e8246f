import type { Asset } from '@/lib/domain/asset'
import type { ErrorInfo } from '@/lib/domain/errors'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { noticesFor } from '@/lib/domain/notices'
import type { OutboxRow } from '@/lib/domain/outbox'
import { standingOf } from '@/lib/domain/standing'
import type { Statuses } from '@/lib/domain/status-map'
import type { PreparedLibrary } from '@/lib/domain/suggest/prepared-library'
import { suggest } from '@/lib/domain/suggest/suggest'
import type { SuggestionSet, TeamHistory } from '@/lib/domain/suggest/types'
import type { Story, Touch } from '@/lib/domain/touch'
import { openedSends } from '@/lib/domain/send-found'
import type { DeliveryView, Notice, RecordView, SendView, VerdictView } from '@/lib/domain/view'
import { explain } from '@/lib/domain/why'
import type { PlaybookLines } from './playbook/lines'
import type { RecordFacts } from './record-facts'
import { undoUntil } from './verdict-chain'

const shownTouches = 20
const shownStories = 300

export interface ViewExtras {
  now: number
  history: TeamHistory
  library?: PreparedLibrary | undefined
  dismissedNotices: ReadonlySet<string>
  lines: PlaybookLines
  /** What the notice sources say. */
  others?: readonly Notice[] | undefined
  alsoSets: Statuses
  statusNotAgreed?: string | undefined
  problem?: ErrorInfo | undefined
}

/** The panel's view of a record: pure, so that the cached and the fresh one are made the same way. */
export function assembleView(facts: RecordFacts, extras: ViewExtras): RecordView {
  const { snapshot, profile, stories, events, playbook } = facts
  const { now } = extras
  const suggestions = suggest({ person: snapshot.person, profile, stories, assets: facts.assets, playbook, history: extras.history, now, limit: 3, library: extras.library })
  return {
    ref: facts.ref,
    person: snapshot.person,
    profile,
    actingAs: snapshot.actingAs,
    readAt: snapshot.readAt,
    problem: extras.problem,
    sources: snapshot.sources,
    factors: explain({ person: snapshot.person, stories, touches: facts.touches.filter((touch) => touch.agent.by === 'human'), now }),
    stories: stories.slice(0, shownStories).map(trimmed),
    counts: countStories(stories),
    suggestions,
    assets: named(facts.assets, stories, suggestions),
    librarySize: facts.assets.filter((asset) => asset.status === 'approved').length,
    standing: standingOf(events, snapshot.verdicts),
    verdicts: verdictViews(events, facts.outbox),
    sends: sendViews(events, facts.outbox, facts.touches),
    notices: noticesFor({ events, person: snapshot.person, touches: facts.touches, dismissed: extras.dismissedNotices, others: extras.others, now }),
    alsoSets: { ...extras.alsoSets },
    statusNotAgreed: extras.statusNotAgreed,
    ...extras.lines,
  }
}

function trimmed(story: Story): Story {
  return { ...story, touches: story.touches.slice(0, shownTouches) }
}

function countStories(stories: readonly Story[]): RecordView['counts'] {
  const counts: RecordView['counts'] = { stories: stories.length, human: 0, machine: 0, unknown: 0, kinds: {} }
  for (const story of stories) {
    counts.human += story.human
    counts.machine += story.machine
    counts.unknown += story.count - story.human - story.machine
    counts.kinds[story.kind] = (counts.kinds[story.kind] ?? 0) + 1
  }
  return counts
}

function named(assets: readonly Asset[], stories: readonly Story[], suggestions: SuggestionSet): Record<string, Asset> {
  const wanted = new Set([...stories.map((story) => story.assetId), ...suggestions.items.map((item) => item.assetId)])
  return Object.fromEntries(assets.filter((asset) => wanted.has(asset.id)).map((asset) => [asset.id, asset]))
}

/** Where the delivery of an event stands; the row of its main task speaks for it. */
export function deliveryOf(eventId: string, rows: readonly OutboxRow[]): DeliveryView | undefined {
  const row = rows.find((candidate) => candidate.eventId === eventId && candidate.target === 'crm' && (candidate.task === 'verdict' || candidate.task === 'send-log'))
  return row && { state: row.state, dueAt: row.dueAt, error: row.error }
}

/** Every verdict given on this machine, newest first, withdrawn ones marked. */
export function verdictViews(events: readonly LedgerEvent[], rows: readonly OutboxRow[]): VerdictView[] {
  const withdrawn = new Set(events.flatMap((event) => (event.type === 'verdict-withdrawn' ? [event.verdictId] : [])))
  return events.flatMap((event) => (event.type === 'verdict' ? [event] : []))
    .sort((a, b) => b.at - a.at)
    .map((event) => ({ event, withdrawn: withdrawn.has(event.id), undoUntil: undoUntil(events, event), delivery: deliveryOf(event.id, rows) }))
}

/** Every send to this person, newest first, with its latest outcome. A send's log is delivered under the send's own id. */
export function sendViews(events: readonly LedgerEvent[], rows: readonly OutboxRow[], touches: readonly Touch[] = []): SendView[] {
  const opened = new Map(openedSends(events, touches).map(({ send, at }) => [send.id, at]))
  const outcomes = events.flatMap((event) => (event.type === 'send-outcome' ? [event] : [])).sort((a, b) => a.at - b.at)
  return events.flatMap((event) => (event.type === 'send' ? [event] : []))
    .sort((a, b) => b.at - a.at)
    .map((event) => ({
      event,
      outcome: outcomes.findLast((outcome) => outcome.sendId === event.id),
      openedAt: opened.get(event.id),
      delivery: deliveryOf(event.id, rows),
    }))
}
