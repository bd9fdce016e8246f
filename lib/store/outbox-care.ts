import { circuitKey } from '@/lib/domain/circuit'
import type { OutboxRow } from '@/lib/domain/outbox'
import { settleMs } from '@/lib/domain/outbox-rules'
import type { OutboxCare } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { toStored } from './outbox-enqueue'
import { createOutboxReader, readOpen } from './outbox-store'

/** The outbox as people, alarms and start-up see it. */
export function createOutboxCare(durable: Durable): OutboxCare {
  const { db, guard, clock, changed } = durable
  const reader = createOutboxReader(durable)

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

    async release({ orgKey, eventId, kinds }, now) {
      const fits = (row: OutboxRow) => (
        ['retry', 'blocked', 'dead'].includes(row.state)
        && (orgKey === undefined || circuitKey(row) === orgKey)
        && (eventId === undefined || row.eventId === eventId)
        && (kinds === undefined || (row.error !== undefined && kinds.includes(row.error.kind)))
      )
      const count = await guard(() => db.transaction('rw', db.outbox, db.circuits, async () => {
        const rows = (await readOpen(db, reader)).filter(({ row }) => fits(row))
        await db.outbox.bulkPut(rows.map(({ seq, row }) => toStored(released(row, now), seq, now)))
        await db.circuits.bulkDelete([...new Set(rows.map(({ row }) => circuitKey(row)))])
        return rows.length
      }))
      if (count > 0) changed()
      return count
    },

    async drop(orgKey) {
      const count = await guard(() => db.transaction('rw', db.outbox, async () => {
        const dropped = (await readOpen(db, reader)).filter(({ row }) => circuitKey(row) === orgKey)
        await db.outbox.bulkPut(dropped.map(({ seq, row }) => toStored({ ...row, state: 'cancelled', fence: row.fence + 1 }, seq, clock.now())))
        return dropped.length
      }))
      if (count > 0) changed()
      return count
    },

    purge: (before) => guard(() => db.outbox.where('closedAt').below(before).delete()),
  }
}

/** Due now; what may have been received, only when its target is done with it. */
function released(row: OutboxRow, now: number): OutboxRow {
  return { ...row, state: 'retry', dueAt: row.unsure ? Math.max(now, (row.unsureSince ?? now) + settleMs) : now }
}
