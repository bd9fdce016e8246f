import { toErrorInfo } from '@/lib/domain/errors'
import type { LearnedItem } from '@/lib/domain/learned'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { CountedAround } from '@/lib/domain/store-ports'
import { joinFollows } from '@/lib/domain/suggest/join-follows'
import type { TeamHistory } from '@/lib/domain/suggest/types'
import type { AppDeps } from './deps'

/** What the team's past says. Suggestions need counts of it only; what looks at single events reads the ledger. */
export interface TeamHistorySource {
  /** The counts, without events: whoever suggests for a person adds theirs. What follows an item is there for these ones only. */
  counts(items?: readonly string[]): Promise<TeamHistory>
  /** Every event that tells something, own and others', each once; kept in memory between changes. */
  events(): Promise<readonly LedgerEvent[]>
  /** Those of some types, own and others', each once: only they are read. */
  of(types: readonly LedgerEvent['type'][]): Promise<readonly LedgerEvent[]>
  /** These were appended: the next reader gets them. Without them everything is read anew. */
  changed(appended?: readonly LedgerEvent[]): void
  /** These counts were added to what touches taught. */
  learned(change: readonly LearnedItem[]): void
}

type Needs = Pick<AppDeps, 'ledger'> & { past: Pick<AppDeps['past'], 'assets' | 'around'> } & Partial<Pick<AppDeps, 'team' | 'learned'>>

const told: readonly LedgerEvent['type'][] = ['send', 'send-outcome', 'request', 'dismissed', 'verdict', 'verdict-withdrawn']

/** Sums take their time where a long ledger is counted anew, as after an update: so long they are waited for, in milliseconds. */
const patienceMs = 400
/** `busy` hears of sums that are not waited for, `late` once they are there. */
export interface Waiting { sleep(ms: number): Promise<void>; busy(work: Promise<unknown>): void; late(): void }

/** Read once from this machine, then kept in step. */
export function createTeamHistory(deps: Needs, waiting?: Waiting): TeamHistorySource {
  const assets = kept(async () => new Map((await deps.past.assets()).map((item) => [item.item, item])))
  const touches = kept(async () => new Map((await deps.learned?.all() ?? []).map((item) => [item.item, item])))
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

  const empty = { past: new Map<string, never>(), around: new Map<string, CountedAround>() }
  async function pastOf(items: readonly string[]) {
    const [past, around] = await Promise.all([assets.get(), items.length > 0 ? deps.past.around(items) : empty.around])
    return { past, around }
  }

  let announced: Promise<void> | undefined
  /** Once they were there they are worth waiting for: who was told asks again, and must not be told once more. */
  let wereThere = false
  /** Nobody waits long for suggestions, or goes without a person's page, because of sums: without them they are made all the same. */
  async function inTime(reading: ReturnType<typeof pastOf>): ReturnType<typeof pastOf> {
    const asFound = reading.catch((failure: unknown) => {
      if (toErrorInfo(failure).kind === 'storage-full') return empty
      throw failure
    })
    if (!waiting || wereThere) return asFound
    const found = await Promise.race([asFound, waiting.sleep(patienceMs).then(() => undefined)])
    if (found) return found
    if (!announced) {
      waiting.busy(reading)
      announced = reading.then(() => {
        wereThere = true
        waiting.late()
      }, () => undefined).finally(() => { announced = undefined })
    }
    return empty
  }

  return {
    async counts(items = []) {
      const [{ past, around }, learned] = await Promise.all([inTime(pastOf(items)), touches.get()])
      const counted = {
        follows: { get: (item: string) => { const next = around.get(item)?.next; return next?.size ? next : undefined } },
        seen: { get: (item: string) => (around.get(item) ?? past.get(item))?.people },
      }
      return { events: [], past, ...joinFollows(counted, learned), learned }
    },
    events: async () => (await events.get()).all,
    async of(types) {
      const [own, others] = await Promise.all([deps.ledger.all([...types]), deps.team?.events(types) ?? []])
      return [...new Map([...own, ...others].map((event) => [event.id, event])).values()]
    },
    changed(appended) {
      if (!appended || appended.some(({ type }) => told.includes(type))) assets.forget()
      if (!appended) {
        touches.forget()
        wereThere = false
      }
      if (appended) void events.peek()?.then(({ take }) => take(appended), () => undefined)
      else events.forget()
    },
    learned() {
      touches.forget()
      // Whose touches are counted is counted by them alone.
      assets.forget()
    },
  }
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
