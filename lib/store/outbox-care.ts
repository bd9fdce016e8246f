import { circuitKey } from '@/lib/domain/circuit'
import type { OutboxRow } from '@/lib/domain/outbox'
import { settleMs } from '@/lib/domain/outbox-rules'
import type { OutboxCare } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { toStored } from './outbox-enqueue'
import { createOutboxReader, readOpen } from './outbox-store'

/** The outbox as people, alarms and start-up see it. */
export function createOutboxCare(durable: Durable): OutboxCare {
  const { db, guard, clock, changed } = durable
  const reader = createOutboxReader(durable)

  /** Writes those rows anew; resolves how many. */
  async function rewrite(which: (row: OutboxRow) => boolean, change: (row: OutboxRow) => OutboxRow): Promise<number> {
    const count = await guard(() => inTransaction(db, 'rw', [db.outbox], async (db) => {
      const rows = (await readOpen(db, reader)).filter(({ row }) => which(row))
      await db.outbox.bulkPut(rows.map(({ seq, row }) => toStored(change(row), seq, clock.now())))
      return rows.length
    }))
    if (count > 0) changed()
    return count
  }

  return {
    summary: () => guard(async () => {
      const open = (await readOpen(db, reader)).map(({ row }) => row)
      return {
        open: open.length,
        stuck: open.filter((row) => row.state === 'blocked' || row.state === 'dead').length,
        oldest: open.length > 0 ? Math.min(...open.map((row) => row.createdAt)) : undefined,
      }
    }),

    openFor: (orgKey) => guard(async () => (await readOpen(db, reader)).map(({ row }) => row).filter((row) => circuitKey(row) === orgKey)),

    async release({ orgKey, eventId, member, kinds }, now) {
      const fits = (row: OutboxRow) => (
        ['retry', 'blocked', 'dead'].includes(row.state)
        && (orgKey === undefined || circuitKey(row) === orgKey)
        && (eventId === undefined || row.eventId === eventId)
        && (member === undefined || row.member?.id === member)
        && (kinds === undefined || (row.error !== undefined && kinds.includes(row.error.kind)))
      )
      const count = await guard(() => inTransaction(db, 'rw', [db.outbox, db.circuits], async (db) => {
        const rows = (await readOpen(db, reader)).filter(({ row }) => fits(row))
        await db.outbox.bulkPut(rows.map(({ seq, row }) => toStored(released(row, now), seq, now)))
        await db.circuits.bulkDelete([...new Set(rows.map(({ row }) => circuitKey(row)))])
        return rows.length
      }))
      if (count > 0) changed()
      return count
    },

    drop: (orgKey) => rewrite((row) => circuitKey(row) === orgKey, cancelled),
    dropOf: (member) => rewrite((row) => row.member?.id === member, cancelled),
    handOver: (from, to) => rewrite((row) => (from === undefined ? row.target === 'hub' && !row.member : row.member?.id === from), (row) => ({ ...takenBack(row, clock.now()), member: to })),

    purge: (before) => guard(() => db.outbox.where('closedAt').below(before).delete()),
  }
}

function cancelled(row: OutboxRow): OutboxRow {
  return { ...row, state: 'cancelled', fence: row.fence + 1 }
}

/** What is on its way may arrive; whoever sent it has no say in it any more. */
function takenBack(row: OutboxRow, now: number): OutboxRow {
  if (row.state !== 'sending') return row
  const { lease: _lease, ...rest } = row
  return { ...rest, state: 'retry', fence: row.fence + 1, unsure: true, unsureSince: row.unsureSince ?? now }
}

/** Due now; what may have been received, only when its target is done with it. */
function released(row: OutboxRow, now: number): OutboxRow {
  return { ...row, state: 'retry', dueAt: row.unsure ? Math.max(now, (row.unsureSince ?? now) + settleMs) : now }
}
