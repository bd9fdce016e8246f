import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import { createFollowCounter, type FollowCounter } from '@/lib/domain/suggest/follow-counts'
import type { TeamHistory } from '@/lib/domain/suggest/types'
import type { AppDeps } from './deps'

/** What the team's past says to suggestions. Kept in memory between events; recomputed when lost. */
export interface TeamHistorySource {
  current(): Promise<TeamHistory>
  /** These were appended: the next reader gets them. Without them everything is read anew. */
  changed(appended?: readonly LedgerEvent[]): void
}

const told: readonly LedgerEvent['type'][] = ['send', 'send-outcome', 'dismissed', 'verdict', 'verdict-withdrawn']

/**
 * Read once from this machine's ledger and the team's verdicts, then kept in step. What people consumed comes from the evidence of
 * verdicts; only counts of it are handed on.
 */
export function createTeamHistory(deps: Pick<AppDeps, 'ledger'> & Partial<Pick<AppDeps, 'team'>>): TeamHistorySource {
  let known: Promise<{ history: TeamHistory; take(events: readonly LedgerEvent[]): void }> | undefined

  async function read() {
    const [own, others] = await Promise.all([deps.ledger.all([...told]), deps.team?.events() ?? []])
    const events: LedgerEvent[] = []
    const seen = new Set<string>()
    const counter = createFollowCounter()
    const take = (added: readonly LedgerEvent[]) => {
      for (const event of added) {
        if (seen.has(event.id) || !told.includes(event.type)) continue
        seen.add(event.id)
        events.push(event)
        count(counter, event)
      }
    }
    take([...own, ...others])
    return { history: { events, follows: counter.follows, seen: counter.seen }, take }
  }

  return {
    async current() {
      known ??= read().catch((failure: unknown) => {
        known = undefined
        throw failure
      })
      return (await known).history
    },
    changed(appended) {
      if (!appended) known = undefined
      else void known?.then(({ take }) => take(appended), () => undefined)
    },
  }
}

function count(counter: FollowCounter, event: LedgerEvent): void {
  if (event.type !== 'verdict') return
  const person = recordKey(event.ref)
  for (const { key, assetId, last } of event.evidence.stories) counter.consumed(person, assetId ?? key, last)
}
