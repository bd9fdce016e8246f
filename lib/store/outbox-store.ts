import { outboxRow } from '@/lib/domain/outbox'
import type { OutboxRow } from '@/lib/domain/outbox'
import { leaseMs, nextDue, ontoClock, pickBatch, pickDue } from '@/lib/domain/outbox-pick'
import type { OutboxStore } from '@/lib/domain/ports'
import type { CircuitStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { cancelUnsent, toStored } from './outbox-enqueue'
import { createRowReader } from './row-reader'
import type { RowReader } from './row-reader'
import type { DurableDb, StoredOutboxRow } from './rows'
import { rowsWith } from './slices'

export interface OpenRow { seq: number; row: OutboxRow }

/** Outbox rows are few and steer writes to other people's systems: every one is parsed, whoever wrote it. */
export function createOutboxReader({ damaged }: Pick<Durable, 'damaged'>): RowReader<OutboxRow> {
  return createRowReader<OutboxRow>({ field: 'row', schema: outboxRow, damaged, trust: false })
}

/** All rows that are not done or cancelled, in the order they were enqueued. */
export async function readOpen(db: DurableDb, reader: RowReader<OutboxRow>): Promise<OpenRow[]> {
  const stored = await db.outbox.orderBy('openSeq').toArray()
  return stored.flatMap((entry) => {
    const row = reader.read(entry)
    return row ? [{ seq: entry.seq, row }] : []
  })
}

/** What still has to be delivered. Leasing and settling are transactions, so that any number of drainers may try. */
export function createOutboxStore(durable: Durable): OutboxStore & { circuits: CircuitStore } {
  const { db, guard, clock, changed } = durable
  const reader = createOutboxReader(durable)

  /** Leases what the rule picks, in one transaction. */
  function leaseBy(pick: typeof pickDue, { limit, ...terms }: { now: number; limit: number; leaseMs: number; member: string | undefined }): Promise<OutboxRow[]> {
    const { now, leaseMs: leaseFor } = terms
    return guard(() => inTransaction(db, 'rw', [db.outbox, db.circuits], async (db) => {
      const [open, circuits] = await Promise.all([readOpen(db, reader), db.circuits.toArray()])
      const picked = pick(open.map(({ row }) => row), { ...terms, circuits, limit })
      const byId = new Map(picked.map((row) => [row.id, row]))
      await db.outbox.bulkPut(open.flatMap(({ seq, row }): StoredOutboxRow[] => {
        const next = byId.get(row.id) ?? ontoClock(row, now, leaseFor)
        return next === row ? [] : [toStored(next, seq, now)]
      }))
      return picked
    }))
  }

  async function settleAll(rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
    const settled = await guard(() => inTransaction(db, 'rw', [db.outbox], async (db) => {
      const stored = await db.outbox.bulkGet(rows.map(({ id }) => id))
      const current = rows.flatMap((row, index) => {
        const before = stored[index]
        return before?.row.state === 'sending' && before.row.fence === row.fence ? [{ row, seq: before.seq }] : []
      })
      await db.outbox.bulkPut(current.map(({ row, seq }) => toStored(row, seq, clock.now())))
      return current.map(({ row }) => row)
    }))
    if (settled.length > 0) changed()
    return settled
  }

  return {
    lease: (now, limit, leaseFor, member) => leaseBy(pickDue, { now, limit, leaseMs: leaseFor, member }),
    leaseBatch: (now, limit, leaseFor, member) => leaseBy(pickBatch, { now, limit, leaseMs: leaseFor, member }),

    settle: async (row) => (await settleAll([row])).length > 0,
    settleAll,

    open: () => guard(async () => (await readOpen(db, reader)).map(({ row }) => row)),

    forEvents: (eventIds) => guard(async () => reader.readAll(await rowsWith(db.outbox, 'row.eventId', eventIds))),

    forRecords: (recordKeys) => guard(async () => reader.readAll(await rowsWith(db.outbox, 'row.recordKey', recordKeys))),

    async cancel(eventId) {
      const count = await guard(() => inTransaction(db, 'rw', [db.outbox], (db) => cancelUnsent(db, [eventId], clock.now())))
      if (count > 0) changed()
      return count
    },

    nextDue: (member) => guard(async () => {
      const [open, circuits] = await Promise.all([readOpen(db, reader), db.circuits.toArray()])
      return nextDue(open.map(({ row }) => row), { now: clock.now(), leaseMs, circuits, member })
    }),

    circuits: {
      all: () => guard(() => db.circuits.toArray()),
      change: (key, change) => guard(() => inTransaction(db, 'rw', [db.circuits], async (db) => {
        await db.circuits.put(change(await db.circuits.get(key)))
      })),
      remove: (key) => guard(() => db.circuits.delete(key)),
    },
  }
}
