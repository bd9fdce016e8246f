import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import type { AppDeps } from '../deps'

/** First opening of each record, and whether anybody's openings but this browser's own are among them. */
export interface Openings { first: ReadonlyMap<string, number>; from: 'here' | 'team' }

/** What one does with a lead one has open. Verdicts say so too: whoever joins them with hand-overs has them at hand. */
const withLeadOpen = ['opened', 'send', 'request', 'dismissed'] as const satisfies readonly LedgerEvent['type'][]

export async function readOpenings({ ledger, team }: Pick<AppDeps, 'ledger' | 'team'>): Promise<Openings> {
  const [own, others] = await Promise.all([ledger.all([...withLeadOpen]), team.events(withLeadOpen)])
  const first = new Map<string, number>()
  for (const { ref, at } of [...own, ...others]) {
    const key = recordKey(ref)
    first.set(key, Math.min(first.get(key) ?? Infinity, at))
  }
  return { from: others.some(({ type }) => type === 'opened') ? 'team' : 'here', first }
}
