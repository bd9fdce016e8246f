import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import type { AppDeps } from '../deps'

/** First opening of each record, and whether anybody's openings but this browser's own are among them. */
export interface Openings { first: ReadonlyMap<string, number>; from: 'here' | 'team' }

export async function readOpenings({ ledger, team }: Pick<AppDeps, 'ledger' | 'team'>): Promise<Openings> {
  const [own, others] = await Promise.all([ledger.all(['opened']), team.events()])
  const first = new Map<string, number>()
  const note = (events: readonly LedgerEvent[]) => {
    let noted = 0
    for (const event of events) {
      if (event.type !== 'opened') continue
      const key = recordKey(event.ref)
      first.set(key, Math.min(first.get(key) ?? Infinity, event.at))
      noted += 1
    }
    return noted
  }
  note(own)
  return { from: note(others) > 0 ? 'team' : 'here', first }
}
