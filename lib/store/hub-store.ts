import * as z from 'zod/mini'
import { hubMembership, hubPart, hubProgress, linkView } from '@/lib/domain/hub'
import type { LinkView } from '@/lib/domain/hub'
import type { HubStore } from '@/lib/domain/hub-port'
import { laterFields, type LaterFields } from '@/lib/domain/later-fields'
import { outboxMember } from '@/lib/domain/outbox'
import { recordRef } from '@/lib/domain/record-ref'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'
import { rowsWith } from './slices'

const membershipId = 'membership'
const deviceId = 'device'
const erasurePrefix = 'erase:'
const laterPrefix = (part: string) => `later:${part}:`
export const progressId = (part: string) => `progress:${part}`
const erasure = z.strictObject({ id: z.string(), at: z.number(), refs: z.array(recordRef), emailHash: z.optional(z.string()), member: z.optional(outboxMember) })

/** What this browser knows of its hub: membership, how far each part is, views of links, erasures still to tell. No token. */
export function createHubStore({ db, guard, damaged }: Durable): HubStore {
  const reader = createRowReader<LinkView>({ field: 'view', schema: linkView, damaged, trust: false })

  async function read<T>(id: string, schema: z.ZodMiniType<T>, { hub } = db): Promise<T | undefined> {
    const parsed = schema.safeParse((await hub.get(id))?.value)
    return parsed.success ? parsed.data : undefined
  }

  return {
    membership: () => guard(() => read(membershipId, hubMembership)),
    setMembership: (membership) => guard(async () => {
      if (membership) await db.hub.put({ id: membershipId, value: membership })
      else await db.hub.delete(membershipId)
    }),
    device: (make) => guard(() => inTransaction(db, 'rw', [db.hub], async (db) => {
      const known = await read(deviceId, z.string(), db)
      const device = known ?? make()
      if (known === undefined) await db.hub.put({ id: deviceId, value: device })
      return device
    })),

    progress: () => guard(async () => {
      const rows = await db.hub.bulkGet(hubPart.options.map(progressId))
      return rows.flatMap((row) => {
        const parsed = hubProgress.safeParse(row?.value)
        return parsed.success ? [parsed.data] : []
      })
    }),
    setProgress: (progress) => guard(async () => void await db.hub.put({ id: progressId(progress.part), value: progress })),

    laterOf: (part, ids) => guard(async () => {
      const rows = await db.hub.bulkGet(ids.map((id) => laterPrefix(part) + id))
      const read = rows.flatMap((row, index): [string, LaterFields][] => {
        const parsed = laterFields.safeParse(row?.value)
        return parsed.success ? [[ids[index] ?? '', parsed.data]] : []
      })
      return new Map(read)
    }),
    keepLater: (part, changes) => guard(() => inTransaction(db, 'rw', [db.hub], async (db) => {
      const known = new Set(await db.hub.where('id').startsWith(laterPrefix(part)).primaryKeys())
      const rows = changes.map(({ id, later }) => ({ id: laterPrefix(part) + id, value: later }))
      await db.hub.bulkDelete(rows.filter(({ id, value }) => value === undefined && known.has(id)).map(({ id }) => id))
      await db.hub.bulkPut(rows.filter(({ value }) => value !== undefined))
    })),

    addViews: (views) => guard(async () => void await db.linkViews.bulkPut(views.map((view) => ({ id: view.id, recordKey: view.record, at: view.at, rev: rowRev, view })))),
    viewsOf: (keys) => guard(async () => reader.readAll(await rowsWith(db.linkViews, 'recordKey', keys))),

    erasuresToTell: () => guard(async () => (await db.hub.where('id').startsWith(erasurePrefix).toArray()).flatMap(({ value }) => {
      const parsed = erasure.safeParse(value)
      return parsed.success ? [parsed.data] : []
    })),
    addErasure: (asked) => guard(async () => void await db.hub.put({ id: erasurePrefix + asked.id, value: asked })),
    removeErasure: (id) => guard(() => db.hub.delete(erasurePrefix + id)),

    recordKeys: () => guard(async () => {
      const keys = await Promise.all([db.events, db.teamEvents, db.verdicts, db.linkViews].map((table) => table.orderBy('recordKey').uniqueKeys()))
      return [...new Set([...keys.flat().map(String), ...await db.handOvers.toCollection().primaryKeys()])]
    }),

    restart: () => guard(() => inTransaction(db, 'rw', [db.hub, db.linkViews], async (db) => {
      await db.hub.bulkDelete(hubPart.options.map(progressId))
      await db.linkViews.clear()
    })),
    clear: () => guard(() => inTransaction(db, 'rw', [db.hub, db.linkViews], async (db) => {
      await db.hub.filter(({ id }) => id !== deviceId && !id.startsWith(erasurePrefix)).delete()
      await db.linkViews.clear()
    })),
  }
}
