import type { LedgerEvent } from '@/lib/domain/ledger'
import { ledgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import type { TeamVerdictStore } from '@/lib/domain/store-ports'
import { countingAdded, forgetPast, isCounted, ledgerTables, recounted } from './count-past'
import type { Durable } from './durable'
import { distinct } from './events-in'
import { findTeamFiled } from './filed'
import { inTransaction } from './in-transaction'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'
import type { StoredTeamEvent } from './rows'
import type { RecordNames } from './record-names'
import { readTable, rowsWith } from './slices'
import { fromTeam, toVerdictRow } from './verdict-row'
import { projectVerdicts, removeVerdicts } from './verdict-rows'

/** Verdicts read back from the CRMs, and events of others the hub told. Own ones come back too and are recognised by their event id. */
export function createTeamVerdictStore({ db, guard, damaged }: Durable, names: RecordNames): TeamVerdictStore {
  const reader = createRowReader<LedgerEvent>({ field: 'event', schema: ledgerEvent, damaged })

  return {
    async merge(orgKey, page, now) {
      const rows = page.items.map(fromTeam)
      const added = await guard(() => inTransaction(db, 'rw', [...ledgerTables(db), db.cursors], async (db) => {
        const own = new Set((await db.events.bulkGet(rows.map((row) => row.id))).map((row) => row?.id))
        const told = page.items.flatMap(({ event }) => (event?.type === 'verdict' && !own.has(event.id) ? [event] : []))
        await recounted(db, told.map(({ ref }) => recordKey(ref)), () => db.teamEvents.bulkPut(told.map((event): StoredTeamEvent => ({ id: event.id, rev: rowRev, recordKey: recordKey(event.ref), event }))))
        await db.cursors.put({ orgKey, cursor: page.next ?? page.cursor, at: now })
        return projectVerdicts(db, rows.filter((row) => !own.has(row.id)), [])
      }))
      await names.remember(page.items.flatMap(({ ref, recordName }) => (recordName ? [{ ref, same: [ref], name: recordName }] : [])), now)
      return { read: rows.length, added }
    },

    mergeEvents: (events) => guard(() => inTransaction(db, 'rw', ledgerTables(db), async (db) => {
      const ids = events.map(({ id }) => id)
      const told = await db.teamEvents.bulkGet(ids)
      const known = new Set([...await db.events.bulkGet(ids), ...told].map((row) => row?.id))
      await db.teamEvents.bulkPut(told.flatMap((row) => (row?.origin === 'kept' ? [{ ...row, origin: 'hub' as const }] : [])))
      const fresh = distinct(events.filter(({ id }) => !known.has(id)))
      const all = await countingAdded(db, fresh, () => db.teamEvents.bulkPut(fresh.map((event): StoredTeamEvent => ({ id: event.id, rev: rowRev, recordKey: recordKey(event.ref), event, origin: 'hub' }))))
      await projectVerdicts(
        db,
        fresh.flatMap((event) => (event.type === 'verdict' ? [toVerdictRow(event, 'hub')] : [])),
        fresh.flatMap((event) => (event.type === 'verdict-withdrawn' ? [recordKey(event.ref)] : [])),
        all,
      )
      return fresh.length
    })),

    cursor: (orgKey) => guard(async () => (await db.cursors.get(orgKey))?.cursor),

    events: (types) => guard(async () => {
      if (!types) return reader.readAll(await readTable(db.teamEvents))
      const isFiled = await inTransaction(db, 'r', [db.meta], isCounted)
      const found = isFiled ? await findTeamFiled(db, types) : undefined
      return found ? reader.readAll(found) : reader.readAll(await readTable(db.teamEvents)).filter(({ type }) => types.includes(type))
    }),

    forRecord: (keys) => guard(async () => reader.readAll(await rowsWith(db.teamEvents, 'recordKey', keys))),

    forget: (orgKey) => guard(() => inTransaction(db, 'rw', [...ledgerTables(db), db.cursors], async (db) => {
      await forgetPast(db)
      const read = await db.verdicts.where('recordKey').startsWith(`${orgKey}:`).and(({ entry }) => entry.origin === 'crm').primaryKeys()
      await removeVerdicts(db, read)
      await db.teamEvents.where('recordKey').startsWith(`${orgKey}:`).and(({ origin }) => origin === undefined).delete()
      await db.cursors.delete(orgKey)
    })),

    forgetHub: () => guard(() => inTransaction(db, 'rw', ledgerTables(db), async (db) => {
      await forgetPast(db)
      const told = await db.teamEvents.filter(({ origin }) => origin === 'hub').primaryKeys()
      await db.teamEvents.bulkDelete(told)
      await removeVerdicts(db, told)
    })),

    keepHub: () => guard(async () => void await db.teamEvents.filter(({ origin }) => origin === 'hub').modify({ origin: 'kept' })),
  }
}
