import type { LedgerEvent } from './ledger'
import type { Person } from './person'
import { progressSince, returnCause, type ReturnCause } from './returns'
import { say, type Sentence } from './sentence'
import { findHeld } from './standing'
import type { Touch } from './touch'
import type { Notice } from './view'

export interface NoticeInput {
  /** Of every record that is this person. */
  events: readonly LedgerEvent[]
  person: Person
  touches: readonly Touch[]
  /** Ids the rep has put away. */
  dismissed: ReadonlySet<string>
  now: number
  /** What others know: answered findings, promotions, promises nearly due. */
  others?: readonly Notice[] | undefined
}

const order: readonly Notice['kind'][] = ['first-verdict', 'return-due', 'opened', 'finding', 'answer', 'promotion', 'promise']

/** What the notice strip has to say of this record, most important first; it shows one at a time. */
export function noticesFor({ events, person, touches, dismissed, now, others = [] }: NoticeInput): Notice[] {
  const found = [firstVerdict(events), returnDue(events, touches, person.score?.value, now), ...others]
  return found.filter((notice): notice is Notice => notice !== undefined && !dismissed.has(notice.id))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** Said once, at the first verdict a rep gives: who sees it, and that it measures leads. */
function firstVerdict(events: readonly LedgerEvent[]): Notice | undefined {
  if (findHeld(events) === undefined) return undefined
  return { id: 'first-verdict', kind: 'first-verdict', sentence: say('notice.first_verdict') }
}

function returnDue(events: readonly LedgerEvent[], touches: readonly Touch[], score: number | undefined, now: number): Notice | undefined {
  const standing = findHeld(events)
  const cause = standing && returnCause(standing, progressSince(standing, touches, score), now)
  if (!standing || !cause) return undefined
  return { id: `return-due:${standing.id}:${cause}`, kind: 'return-due', sentence: returnSentence(cause, standing.at) }
}

function returnSentence(cause: ReturnCause, given: number): Sentence {
  const since = { date: given }
  if (cause === 'date') return say('notice.return_date', since)
  if (cause === 'touch') return say('notice.return_touch', since)
  if (cause === 'campaign') return say('notice.return_campaign', since)
  return say('notice.return_score', since)
}
