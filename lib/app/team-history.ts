import type { LearnedItem } from '@/lib/domain/learned'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { joinFollows } from '@/lib/domain/suggest/join-follows'
import type { TeamHistory } from '@/lib/domain/suggest/types'
import type { AppDeps } from './deps'

/** What the team's past says. Suggestions need counts of it only; what looks at single events reads the ledger. */
export interface TeamHistorySource {
  /** The counts, without events: whoever suggests for a person adds theirs. */
  counts(): Promise<TeamHistory>
  /** Every event that tells something, own and others', each once; kept in memory between changes. */
  events(): Promise<readonly LedgerEvent[]>
  /** Those of some types, own and others', each once: only they are read. */
  of(types: readonly LedgerEvent['type'][]): Promise<readonly LedgerEvent[]>
  /** These were appended: the next reader gets them. Without them everything is read anew. */
  changed(appended?: readonly LedgerEvent[]): void
  /** These counts were added to what touches taught. */
  learned(change: readonly LearnedItem[]): void
}

type Needs = Pick<AppDeps, 'ledger' | 'past'> & Partial<Pick<AppDeps, 'team' | 'learned'>>

const told: readonly LedgerEvent['type'][] = ['send', 'send-outcome', 'request', 'dismissed', 'verdict', 'verdict-withdrawn']

/** Read once from this machine, then kept in step. */
export function createTeamHistory(deps: Needs): TeamHistorySource {
  const counts = kept(async () => {
    const [items, taught] = await Promise.all([deps.past.all(), deps.learned?.all() ?? []])
    const past = new Map(items.map((item) => [item.item, item]))
    const counted = {
      follows: { get: (item: string) => mapOf(past.get(item)?.next()) },
      seen: { get: (item: string) => past.get(item)?.people || undefined },
    }
    const learned = new Map(taught.map((item) => [item.item, item]))
    return { events: [], past, ...joinFollows(counted, learned), learned }
  })
  const events = kept(async () => {
    const [own, others] = await Promise.all([deps.ledger.all([...told]), deps.team?.events() ?? []])
    const all: LedgerEvent[] = []
    const seen = new Set<string>()
    const take = (added: readonly LedgerEvent[]) => {
      for (const event of added) {
        if (seen.has(event.id) || !told.includes(event.type)) continue
        seen.add(event.id)
        all.push(event)
      }
    }
    take([...own, ...others])
    return { all, take }
  })

  return {
    counts: counts.get,
    events: async () => (await events.get()).all,
    async of(types) {
      const [own, others] = await Promise.all([deps.ledger.all([...types]), deps.team?.events(types) ?? []])
      return [...new Map([...own, ...others].map((event) => [event.id, event])).values()]
    },
    changed(appended) {
      if (!appended || appended.some(({ type }) => told.includes(type))) counts.forget()
      if (appended) void events.peek()?.then(({ take }) => take(appended), () => undefined)
      else events.forget()
    },
    // Whose touches are counted is counted by them alone: both sums have changed.
    learned: counts.forget,
  }
}

function mapOf(next: Readonly<Record<string, number>> | undefined): ReadonlyMap<string, number> | undefined {
  const entries = Object.entries(next ?? {})
  return entries.length === 0 ? undefined : new Map(entries)
}

/** A reading that several askers share and that is repeated once it failed or was forgotten. */
function kept<T>(read: () => Promise<T>) {
  let known: Promise<T> | undefined
  return {
    peek: () => known,
    forget() {
      known = undefined
    },
    get(): Promise<T> {
      const reading = known ??= read().catch((failure: unknown) => {
        if (known === reading) known = undefined
        throw failure
      })
      return reading
    },
  }
}
