import Dexie from 'dexie'
import * as z from 'zod/mini'
import type { Clock } from '@/lib/domain/ports'
import type { LocalArea, WarningStore } from '@/lib/domain/store-ports'
import type { Guard } from './guard'
import type { DurableDb } from './rows'

const marks = z.strictObject({ born: z.number(), used: z.boolean(), open: z.number() })
const marksKey = 'marks'
const bornId = 'born'

/**
 * Browsers have been seen to replace a damaged or evicted database by an empty one. Marks beside it, in `storage.local`, tell
 * a young database of an old user from a first run.
 */
export function createLossWatch({ db, guard, local, warnings, clock }: {
  db: DurableDb
  guard: Guard
  local: LocalArea
  warnings: WarningStore
  clock: Pick<Clock, 'now'>
}) {
  async function born(): Promise<number> {
    const kept = await db.meta.get(bornId)
    if (kept) return kept.value
    const value = clock.now()
    await db.meta.put({ id: bornId, value })
    return value
  }

  async function write(): Promise<void> {
    const [since, some, open] = await Dexie.ignoreTransaction(() => guard(() => Promise.all([
      born(), db.events.limit(1).primaryKeys(), db.outbox.orderBy('openSeq').count(),
    ])))
    await local.set(marksKey, { born: since, used: some.length > 0, open })
  }

  return {
    /** Once at start: says what was lost, then begins to count anew. Resolves whether something was. */
    async check(): Promise<boolean> {
      const before = marks.safeParse(await local.get(marksKey)).data
      const since = await guard(born)
      const lost = before !== undefined && before.born !== since && before.used
      if (lost) await warnings.raise({ id: `data-lost:${since}`, kind: 'data-lost', detail: String(before.open) }, clock.now())
      await write()
      return lost
    },
    /** After every change; a failure only makes the count older. */
    note(): void {
      write().catch(() => undefined)
    },
  }
}
