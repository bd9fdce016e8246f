import { asset } from '@/lib/domain/asset'
import type { Asset } from '@/lib/domain/asset'
import type { AssetStore } from '@/lib/domain/ports'
import type { AssetStaging } from '@/lib/domain/store-ports'
import Dexie from 'dexie'
import type { Durable } from './durable'
import { keepRead } from './keep-read'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'
import { readTable } from './slices'

/** The library. What is written in one call, or published from one import, becomes visible as a whole or not at all. */
export function createAssetStore({ db, guard, damaged }: Durable): AssetStore & AssetStaging {
  const reader = createRowReader<Asset>({ field: 'asset', schema: asset, damaged })
  const toRow = (value: Asset) => ({ id: value.id, rev: rowRev, asset: value })
  const staged = (importId: string) => db.stagedAssets.where('[importId+id]').between([importId, Dexie.minKey], [importId, Dexie.maxKey])

  // Every look at a record needs the whole library.
  const all = keepRead<readonly Asset[]>(db, 'assets', () => guard(async () => reader.readAll(await readTable(db.assets))))

  return {
    all,

    byId: (id) => guard(async () => {
      const row = await db.assets.get(id)
      return row && reader.read(row)
    }),

    byIds: (ids) => guard(async () => reader.readAll((await db.assets.bulkGet([...ids])).filter((row) => row !== undefined))),

    put: (assets) => all.write(
      () => guard(() => db.transaction('rw', db.assets, async () => void await db.assets.bulkPut(assets.map(toRow)))),
      (before) => merged(before, assets),
    ),

    remove: (ids) => guard(() => db.assets.bulkDelete(ids)),

    count: () => guard(() => db.assets.count()),

    stage: (importId, assets, at) => guard(() => db.transaction('rw', db.stagedAssets, async () => (
      void await db.stagedAssets.bulkPut(assets.map((value) => ({ ...toRow(value), importId, at })))
    ))),

    publish: (importId) => guard(() => db.transaction('rw', db.assets, db.stagedAssets, async () => {
      const rows = await staged(importId).toArray()
      await db.assets.bulkPut(rows.map(({ id, rev, asset: value }) => ({ id, rev, asset: value })))
      await staged(importId).delete()
      return rows.length
    })),

    discard: (importId) => guard(async () => void await staged(importId).delete()),
  }
}

/** As the table would be read: in the order of ids, each once. */
function merged(before: readonly Asset[], put: readonly Asset[]): readonly Asset[] {
  const given = new Map(put.map((asset) => [asset.id, asset]))
  const known = before.map((asset) => {
    const now = given.get(asset.id)
    given.delete(asset.id)
    return now ?? asset
  })
  return given.size === 0 ? known : [...known, ...given.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Imports nobody finished or cancelled are dropped; resolves how many rows. */
export function purgeStaged({ db, guard }: Durable, before: number): Promise<number> {
  return guard(() => db.stagedAssets.where('at').below(before).delete())
}
