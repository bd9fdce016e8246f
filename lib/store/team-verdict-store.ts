import type { VerdictEvent } from '@/lib/domain/ledger'
import { verdictEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import type { TeamVerdictStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'
import type { StoredTeamEvent } from './rows'
import type { RecordNames } from './record-names'
import { readTable } from './slices'
import { fromTeam } from './verdict-row'
import { projectVerdicts, removeVerdicts } from './verdict-rows'

/** Verdicts read back from the CRMs. Own ones come back too and are recognised by their event id. */
export function createTeamVerdictStore({ db, guard, damaged }: Durable, names: RecordNames): TeamVerdictStore {
  const reader = createRowReader<VerdictEvent>({ field: 'event', schema: verdictEvent, damaged })

  return {
    async merge(orgKey, page, now) {
      const rows = page.items.map(fromTeam)
      const added = await guard(() => db.transaction('rw', [db.events, db.verdicts, db.rollups, db.teamEvents, db.cursors], async () => {
        const own = new Set((await db.events.bulkGet(rows.map((row) => row.id))).map((row) => row?.id))
        await db.teamEvents.bulkPut(page.items.flatMap(({ event }): StoredTeamEvent[] => (
          event?.type === 'verdict' && !own.has(event.id) ? [{ id: event.id, rev: rowRev, recordKey: recordKey(event.ref), event }] : []
        )))
        await db.cursors.put({ orgKey, cursor: page.next ?? page.cursor, at: now })
        return projectVerdicts(db, rows.filter((row) => !own.has(row.id)), [])
      }))
      await names.remember(page.items.flatMap(({ ref, recordName }) => (recordName ? [{ ref, same: [ref], name: recordName }] : [])), now)
      return { read: rows.length, added }
    },

    cursor: (orgKey) => guard(async () => (await db.cursors.get(orgKey))?.cursor),

    events: () => guard(async () => reader.readAll(await readTable(db.teamEvents))),

    forget: (orgKey) => guard(() => db.transaction('rw', [db.events, db.verdicts, db.rollups, db.teamEvents, db.cursors], async () => {
      const read = await db.verdicts.where('recordKey').startsWith(`${orgKey}:`).and(({ entry }) => entry.origin !== 'here').primaryKeys()
      await removeVerdicts(db, read)
      await db.teamEvents.where('recordKey').startsWith(`${orgKey}:`).delete()
      await db.cursors.delete(orgKey)
    })),
  }
}
