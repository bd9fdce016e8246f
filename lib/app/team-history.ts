import type { TeamHistory } from '@/lib/domain/suggest/types'
import type { AppDeps } from './deps'

/** What the team's past says to suggestions. Kept in memory between events; recomputed when lost. */
export interface TeamHistorySource {
  current(): Promise<TeamHistory>
  /** Something was appended: the next reader gets it. */
  changed(): void
}

export function createTeamHistory(deps: Pick<AppDeps, 'ledger'>): TeamHistorySource {
  let known: Promise<TeamHistory> | undefined
  return {
    current() {
      known ??= deps.ledger.all(['send', 'send-outcome', 'dismissed', 'verdict', 'verdict-withdrawn']).then((events) => ({ events, follows: new Map() }))
      return known
    },
    changed() {
      known = undefined
    },
  }
}
