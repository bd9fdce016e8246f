import type { LedgerEvent } from '@/lib/domain/ledger'
import { outboxRow } from '@/lib/domain/outbox'
import type { OutboxRow } from '@/lib/domain/outbox'
import { isFor } from '@/lib/domain/outbox-pick'
import { rowRev } from './rows'
import type { DurableDb, StoredOutboxRow } from './rows'
import { rowsWith } from './slices'

// All of this runs inside the caller's strict transaction.

/** A row as it is stored: what is finished leaves the list of what is open. */
export function toStored(row: OutboxRow, seq: number, now: number): StoredOutboxRow {
  const closed = row.state === 'done' || row.state === 'cancelled'
  return { id: row.id, rev: rowRev, row, seq, ...(closed ? { closedAt: row.doneAt ?? now } : { openSeq: seq }) }
}

/** Never received for certain, and not on its way. */
function isUnsent(row: OutboxRow): boolean {
  return !row.unsure && ['pending', 'retry', 'blocked', 'dead'].includes(row.state)
}

/**
 * Adds rows in the given order. A known row stays as it is, so that repeating changes nothing; only a cancelled one whose event
 * is not new (`revivable`) is opened again.
 */
export async function enqueue(db: DurableDb, rows: readonly OutboxRow[], revivable: (row: OutboxRow) => boolean, now: number): Promise<void> {
  if (rows.length === 0) return
  const known = await db.outbox.bulkGet(rows.map((row) => row.id))
  let seq = (await db.outbox.orderBy('seq').last())?.seq ?? 0
  const added = rows.flatMap((row, index) => {
    const before = known[index]?.row
    if (before && !(before.state === 'cancelled' && revivable(row))) return []
    seq += 1
    return [toStored({ ...row, member: before?.member ?? row.member, fence: Math.max(row.fence, (before?.fence ?? -1) + 1) }, seq, now)]
  })
  await db.outbox.bulkPut(added)
}

/** Cancels what was not sent yet of these events; resolves how many rows. */
export async function cancelUnsent(
  db: DurableDb, eventIds: readonly string[], now: number, only: (row: OutboxRow) => boolean = () => true,
): Promise<number> {
  const stored = await rowsWith(db.outbox, 'row.eventId', eventIds)
  const cancelled = stored.flatMap((entry) => {
    const parsed = outboxRow.safeParse(entry.row)
    if (!parsed.success || !isUnsent(parsed.data) || !only(parsed.data)) return []
    return [toStored({ ...parsed.data, state: 'cancelled', fence: parsed.data.fence + 1 }, entry.seq, now)]
  })
  await db.outbox.bulkPut(cancelled)
  return cancelled.length
}

/**
 * A withdrawn verdict is never delivered. A verdict that replaces another makes the unsent deliveries of that one pointless, as
 * far as it brings its own to the same target as the same member; but a second look replaces no first look.
 */
export async function cancelOvertaken(db: DurableDb, fresh: readonly LedgerEvent[], rows: readonly OutboxRow[], now: number): Promise<void> {
  await cancelUnsent(db, fresh.flatMap((event) => (event.type === 'verdict-withdrawn' ? [event.verdictId] : [])), now)
  for (const event of fresh) {
    if (event.type !== 'verdict' || !event.supersedes) continue
    const before = (await db.events.get(event.supersedes))?.event
    if (event.secondLook && before?.type === 'verdict' && !before.secondLook) continue
    const own = rows.filter((row) => row.eventId === event.id)
    await cancelUnsent(db, [event.supersedes], now, (row) => own.some(({ target, member }) => target === row.target && isFor(member?.id, row)))
  }
}
