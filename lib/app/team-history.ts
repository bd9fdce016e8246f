import { addLearned, isNothing, nothingLearned, type LearnedItem } from '@/lib/domain/learned'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import { createFollowCounter, type FollowCounter } from '@/lib/domain/suggest/follow-counts'
import { joinFollows } from '@/lib/domain/suggest/join-follows'
import type { TeamHistory } from '@/lib/domain/suggest/types'
import type { AppDeps } from './deps'

/** What the team's past says to suggestions. Kept in memory between events; recomputed when lost. */
export interface TeamHistorySource {
  current(): Promise<TeamHistory>
  /** These were appended: the next reader gets them. Without them everything is read anew. */
  changed(appended?: readonly LedgerEvent[]): void
  /** These counts were added to what touches taught. */
  learned(change: readonly LearnedItem[]): void
}

type Needs = Pick<AppDeps, 'ledger'> & Partial<Pick<AppDeps, 'team' | 'learned'>>
interface Known { history: TeamHistory; take(events: readonly LedgerEvent[]): void; learn(change: readonly LearnedItem[]): void }

const told: readonly LedgerEvent['type'][] = ['send', 'send-outcome', 'request', 'dismissed', 'verdict', 'verdict-withdrawn']

/**
 * Read once from this machine's ledger, the team's verdicts and what touches taught, then kept in step. What people consumed comes from
 * the touches of records opened here and the evidence of verdicts on the others; only counts of it are handed on.
 */
export function createTeamHistory(deps: Needs): TeamHistorySource {
  let known: Promise<Known> | undefined
  let loaded: { from: Promise<Known>; learn: Known['learn'] } | undefined

  async function read(): Promise<Known> {
    const [own, others, items] = await Promise.all([deps.ledger.all([...told]), deps.team?.events() ?? [], deps.learned?.all() ?? []])
    const counted = await countedHere(deps, [...own, ...others])
    const learned = new Map(items.map((item) => [item.item, item]))
    const events: LedgerEvent[] = []
    const seen = new Set<string>()
    const counter = createFollowCounter()
    const take = (added: readonly LedgerEvent[]) => {
      for (const event of added) {
        if (seen.has(event.id) || !told.includes(event.type)) continue
        seen.add(event.id)
        events.push(event)
        if (!counted.has(recordKey(event.ref))) count(counter, event)
      }
    }
    const learn = (change: readonly LearnedItem[]) => {
      for (const each of change) {
        const after = addLearned(learned.get(each.item) ?? nothingLearned(each.item), each)
        if (isNothing(after)) learned.delete(each.item)
        else learned.set(each.item, after)
      }
    }
    take([...own, ...others])
    return { history: { events, ...joinFollows(counter, learned), learned }, take, learn }
  }

  return {
    async current() {
      known ??= read().catch((failure: unknown) => {
        known = undefined
        throw failure
      })
      const from = known
      const { history, learn } = await from
      loaded = { from, learn }
      return history
    },
    changed(appended) {
      if (!appended) known = undefined
      else void known?.then(({ take }) => take(appended), () => undefined)
    },
    learned(change) {
      // A reading under way may or may not have seen these counts: it is not kept.
      if (loaded && loaded.from === known) loaded.learn(change)
      else known = undefined
    },
  }
}

/** Records whose touches are counted already: their verdicts' evidence says the same once more. */
async function countedHere({ learned }: Needs, events: readonly LedgerEvent[]): Promise<Set<string>> {
  const judged = [...new Set(events.flatMap((event) => (event.type === 'verdict' ? [recordKey(event.ref)] : [])))]
  return new Set(learned && judged.length > 0 ? await learned.countedAmong(judged) : [])
}

function count(counter: FollowCounter, event: LedgerEvent): void {
  if (event.type !== 'verdict') return
  const person = recordKey(event.ref)
  for (const { key, assetId, last } of event.evidence.stories) counter.consumed(person, assetId ?? key, last)
}
