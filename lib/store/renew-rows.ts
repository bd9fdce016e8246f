import { onlyFirstDated } from '@/lib/domain/influence'
import type { LedgerEvent, VerdictEvent } from '@/lib/domain/ledger'
import { inTransaction } from './in-transaction'
import type { DurableDb } from './rows'
import { rewriteSheets } from './sheets'

/** Rows renewed in one go: of few days each, because every day's sheet is packed anew. */
const batch = 250

/**
 * Rows of verdicts that an earlier release made lack what their event tells of its campaigns: which of them has a date, and with it the credit for the first.
 * Made anew they count as the same verdict does where its event is read.
 */
export async function renewRows(db: DurableDb, events: readonly LedgerEvent[]): Promise<void> {
  const telling = events.filter((event): event is VerdictEvent => event.type === 'verdict' && onlyFirstDated(event.evidence.influences ?? []) === true)
  telling.sort((a, b) => a.at - b.at)
  for (let start = 0; start < telling.length; start += batch) {
    const some = telling.slice(start, start + batch)
    await inTransaction(db, 'rw', [db.verdicts, db.rollups], async (db) => {
      const rows = await db.verdicts.bulkGet(some.map(({ id }) => id))
      const renewed = some.flatMap((event, index) => {
        const row = rows[index]
        const campaignsBy = event.evidence.influences?.map(({ by }) => by)
        return row && !row.entry.onlyFirstDated ? [{ ...row, entry: { ...row.entry, campaignsBy, onlyFirstDated: true as const } }] : []
      })
      if (renewed.length === 0) return
      await db.verdicts.bulkPut(renewed)
      await rewriteSheets(db, renewed)
    })
  }
}
