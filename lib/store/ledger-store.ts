import { ledgerEvent } from '@/lib/domain/ledger'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { LedgerStore } from '@/lib/domain/ports'
import { recordKey } from '@/lib/domain/record-ref'
import type { LedgerCare } from '@/lib/domain/store-ports'
import { countingAdded, ledgerTables, recounted } from './count-past'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { cancelOvertaken, enqueue } from './outbox-enqueue'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'
import { readByMoment, rowsWith } from './slices'
import { toVerdictRow } from './verdict-row'
import { projectVerdicts, removeVerdicts } from './verdict-rows'

/** The append-only ledger. An event, its deliveries, its feedback row and its sums are one strict transaction. */
export function createLedgerStore({ db, guard, clock, damaged, changed }: Durable): LedgerStore & LedgerCare {
  const reader = createRowReader<LedgerEvent>({ field: 'event', schema: ledgerEvent, damaged })
  const tables = [...ledgerTables(db), db.outbox]

  return {
    async append(events: LedgerEvent[], outbox: OutboxRow[]) {
      await guard(() => inTransaction(db, 'rw', tables, async (db) => {
        const known = new Set((await db.events.bulkGet(events.map((event) => event.id))).map((row) => row?.id))
        const fresh = [...new Map(events.filter(({ id }) => !known.has(id)).map((event) => [event.id, event])).values()]
        const all = await countingAdded(db, fresh, () => db.events.bulkAdd(fresh.map((event) => ({ id: event.id, rev: rowRev, recordKey: recordKey(event.ref), event }))))
        await projectVerdicts(
          db,
          fresh.filter((event) => event.type === 'verdict').map((event) => toVerdictRow(event, 'here')),
          fresh.filter((event) => event.type === 'verdict-withdrawn').map((event) => recordKey(event.ref)),
          all,
        )
        const given = new Set(events.map((event) => event.id))
        await enqueue(db, outbox, (row) => !given.has(row.eventId), clock.now())
        await cancelOvertaken(db, fresh, outbox, clock.now())
      }))
      changed()
    },

    forRecord: (keys) => guard(async () => {
      const rows = await rowsWith(db.events, 'recordKey', keys)
      return reader.readAll(rows).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    }),

    byId: (id) => guard(async () => {
      const row = await db.events.get(id)
      return row && reader.read(row)
    }),

    all: (types) => guard(async () => {
      const rows = await Promise.all([...new Set(types)].map((type) => (
        readByMoment(db.events, '[event.type+event.at]', type, ({ event }) => event.at)
      )))
      return reader.readAll(rows.flat()).sort((a, b) => a.at - b.at)
    }),

    remove: (ids) => guard(() => inTransaction(db, 'rw', tables, async (db) => {
      const rows = (await db.events.bulkGet(ids)).filter((row) => row !== undefined)
      const present = rows.map(({ id }) => id)
      await recounted(db, rows.map((row) => row.recordKey), () => db.events.bulkDelete(present))
      await removeVerdicts(db, present)
      await db.outbox.bulkDelete((await rowsWith(db.outbox, 'row.eventId', present)).map((row) => row.id))
      return present.length
    })),

    count: () => guard(() => db.events.count()),
  }
}
