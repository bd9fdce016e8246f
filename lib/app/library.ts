import type { Asset } from '@/lib/domain/asset'
import { editedFields } from '@/lib/domain/edited-fields'
import { AppError } from '@/lib/domain/errors'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import type { AppDeps } from './deps'
import { createTurns } from './in-turn'

export interface Library {
  list(): Promise<Asset[]>
  /** Adds or edits one asset; its version counts up. @throws AppError `invalid` for an address that must not be opened, `conflict` where it is of another version than what is kept */
  save(asset: Asset): Promise<Asset>
  archive(ids: string[]): Promise<void>
  /** Marks assets as verified today. */
  verify(ids: string[]): Promise<void>
  /** Stages a chunk; with `last` all chunks of the import become visible together. */
  importChunk(importId: string, assets: Asset[], last: boolean): Promise<void>
  cancelImport(importId: string): Promise<void>
}

export function createLibrary(deps: AppDeps): Library {
  async function store(assets: Asset[]): Promise<void> {
    await deps.assets.put(assets)
    await deps.search.changed(assets, [])
    deps.tell.library()
  }

  // Each edit sees what the one before it wrote.
  const inTurn = createTurns()
  const edit = (ids: string[], change: (asset: Asset) => Asset) => inTurn('library', async () => (
    store((await deps.assets.byIds(ids)).map((before) => noted(before, change(before))))
  ))

  return {
    list: async () => [...await deps.assets.all()],

    async save(asset) {
      const url = asset.url === undefined || asset.url === '' ? undefined : safeAssetUrl(asset.url)
      if (asset.url && !url) throw new AppError('invalid', { detail: 'url' })
      return inTurn('library', async () => {
        const before = await deps.assets.byId(asset.id)
        if (before && before.version !== asset.version) throw new AppError('conflict', { detail: before.title })
        const saved = noted(before, { ...asset, url, version: (before?.version ?? 0) + 1, updatedAt: deps.clock.now() })
        await store([saved])
        return saved
      })
    },

    archive: (ids) => edit(ids, (asset) => ({ ...asset, status: 'archived', updatedAt: deps.clock.now() })),

    verify: (ids) => edit(ids, (asset) => ({ ...asset, verifiedAt: deps.clock.now() })),

    async importChunk(importId, assets, last) {
      const safe = assets.filter((asset) => asset.url === undefined || safeAssetUrl(asset.url) !== undefined)
      const before = new Map((await deps.assets.byIds(safe.map(({ id }) => id))).map((asset) => [asset.id, asset]))
      await deps.staging.stage(importId, safe.map((asset) => noted(before.get(asset.id), asset)), deps.clock.now())
      if (!last) return
      await deps.staging.publish(importId)
      await deps.search.changed(await deps.assets.all(), [])
      deps.tell.library()
    },

    cancelImport: (importId) => deps.staging.discard(importId),
  }
}

/** Remembers what a person changed, so that the source it came from leaves that alone. */
function noted(before: Asset | undefined, after: Asset): Asset {
  const edited = editedFields(before, after)
  return edited ? { ...after, edited } : after
}
