import type { LedgerEvent } from '@/lib/domain/ledger'
import { findWithdrawn } from '@/lib/domain/standing'
import { eventsIn } from './events-in'
import { withLooks } from './looks'
import { rewriteSheets } from './sheets'
import type { DurableDb, StoredVerdict } from './rows'
import { rowsWith } from './slices'

/**
 * Brings verdict rows and their sheets in line with what was added or withdrawn. Runs inside the caller's transaction over
 * `events`, `teamEvents`, `verdicts` and `rollups`. Known ids keep their row. `events` of all records concerned, where the caller has read them.
 */
export async function projectVerdicts(db: DurableDb, added: readonly StoredVerdict[], touched: readonly string[], events?: readonly LedgerEvent[]): Promise<number> {
  const keys = [...new Set([...touched, ...added.map((row) => row.recordKey)])]
  if (keys.length === 0) return 0
  const before = await rowsWith(db.verdicts, 'recordKey', keys)
  const known = new Set(before.map((row) => row.id))
  const fresh = [...new Map(added.filter((row) => !known.has(row.id)).map((row) => [row.id, row])).values()]
  const withdrawn = events ? findWithdrawn(events) : await withdrawnIds(db, keys)
  await rewrite(db, before, [...before, ...fresh].map((row) => ({ ...row, withdrawn: withdrawn.has(row.id) })))
  return fresh.length
}

/** Takes verdict rows away; the others of their records may stand again. Their events, if any, must be gone already. */
export async function removeVerdicts(db: DurableDb, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids)
  const going = (await db.verdicts.bulkGet([...gone])).filter((row) => row !== undefined)
  const keys = [...new Set(going.map((row) => row.recordKey))]
  const before = await rowsWith(db.verdicts, 'recordKey', keys)
  const withdrawn = await withdrawnIds(db, keys)
  await db.verdicts.bulkDelete([...gone])
  await rewrite(db, before, before.filter((row) => !gone.has(row.id)).map((row) => ({ ...row, withdrawn: withdrawn.has(row.id) })))
}

async function withdrawnIds(db: DurableDb, keys: readonly string[]): Promise<Set<string>> {
  const rows = await Promise.all([rowsWith(db.events, 'recordKey', keys), rowsWith(db.teamEvents, 'recordKey', keys)])
  return findWithdrawn(eventsIn(rows.flat()))
}

async function rewrite(db: DurableDb, before: readonly StoredVerdict[], rows: readonly StoredVerdict[]): Promise<void> {
  const after = [...Map.groupBy(rows, (row) => row.recordKey).values()].flatMap(withLooks)
  await db.verdicts.bulkPut(after)
  await rewriteSheets(db, [...before, ...after])
}
