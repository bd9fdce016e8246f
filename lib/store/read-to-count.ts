import { onlyFirstDated } from '@/lib/domain/influence'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { eventsIn } from './events-in'
import type { DurableDb, StoredEvent } from './rows'
import { eachSlice } from './slices'

/** The whole ledger, each event once, with as much of its verdicts as counting reads: whole, a hundred thousand of them fill the memory of the background. */
export async function readToCount(db: DurableDb): Promise<LedgerEvent[]> {
  const events = new Map<string, LedgerEvent>()
  const texts = new Map<string, string>()
  /** Every row has its own copy of a text. */
  const one = (text: string): string => {
    const known = texts.get(text) ?? text
    texts.set(text, known)
    return known
  }
  const take = (rows: readonly StoredEvent[]) => { for (const event of eventsIn(rows)) events.set(event.id, toCount(event, one)) }
  await Promise.all([eachSlice(db.events, take), eachSlice(db.teamEvents, take)])
  return [...events.values()]
}

const nobody = { id: '', name: '', verified: false }

function toCount(event: LedgerEvent, one: (text: string) => string): LedgerEvent {
  if (event.type !== 'verdict') return event
  const { type, id, at, ref, verdict, evidence: { influences, stories } } = event
  return {
    type, id, at, ref, verdict, rep: nobody,
    evidence: {
      playbook: '', campaigns: [], digest: '',
      // Rows of before may lack what these tell (`renew-rows.ts`).
      ...(influences && onlyFirstDated(influences) ? { influences } : {}),
      stories: stories.map(({ key, assetId, last }) => ({ key: assetId === undefined ? one(key) : '', assetId: assetId === undefined ? undefined : one(assetId), title: '', count: 1, last })),
    },
  }
}
