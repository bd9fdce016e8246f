import { AppError } from '@/lib/domain/errors'
import { belongs } from '@/lib/domain/plan-source'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { crmKinds, sourceId, type FixedFields, type Source } from '@/lib/domain/source'
import type { FoundSource } from '@/lib/domain/source-ports'
import type { SourcePreview, SourceView } from '@/lib/domain/source-preview'
import { applyReading } from './apply'
import { refreshMs, soon, type SourceDeps } from './deps'
import { followedSources, newSource } from './followed'
import { forgetReading, previewSource, readOnce, type SourceChoice } from './preview'
import { refreshDue, refreshSource } from './refresh'

export interface SourcePatch { mapping?: Record<string, string> | undefined; fixed?: FixedFields | undefined; paused?: boolean | undefined; takesPlaybook?: boolean | undefined }

/** Where the library is filled from: look, preview, follow, pause, refresh, part. */
export interface SourceDesk {
  list(): Promise<SourceView[]>
  /** What can be followed at an address. @throws AppError */
  probe(address: string): Promise<FoundSource[]>
  preview(choice: SourceChoice): Promise<SourcePreview>
  /** Imports what was previewed and follows it from now on. */
  follow(choice: SourceChoice & { takesPlaybook?: boolean | undefined }): Promise<SourceView>
  change(id: string, patch: SourcePatch): Promise<void>
  /** Ends following; its assets stay as one's own, or are archived. */
  remove(id: string, assets: 'keep' | 'archive'): Promise<void>
  /** @throws AppError why it could not be read */
  refresh(id: string): Promise<SourceView>
  refreshDue(): Promise<number>
}

export function createSourceDesk(deps: SourceDeps): SourceDesk {
  const { app, readers } = deps

  async function list(): Promise<SourceView[]> {
    const [sources, assets] = await Promise.all([followedSources(deps), app.assets.all()])
    const current = assets.filter(({ status }) => status !== 'archived')
    return sources.map(({ memory: _, ...source }) => ({ ...source, assets: current.filter((asset) => belongs(asset, source)).length }))
  }

  async function view(id: string): Promise<SourceView> {
    const found = (await list()).find((source) => source.id === id)
    if (!found) throw new AppError('not-found')
    return found
  }

  /** @throws AppError `not-found`, `policy` where the organisation set it and `free` is asked for */
  async function expectSource(id: string, free: boolean): Promise<Source> {
    const found = (await followedSources(deps)).find((source) => source.id === id)
    if (!found) throw new AppError('not-found')
    if (free && found.locked) throw new AppError('policy')
    const { locked: _, ...source } = found
    return source
  }

  return {
    list,
    probe: async (address) => readers.probe(expectAddress(address)),
    preview: async (choice) => previewSource(deps, checked(choice)),

    async follow(given) {
      const choice = checked(given)
      const reading = await readOnce(deps, choice)
      const known = await app.sources.byId(sourceId(choice.kind, choice.address))
      const source: Source = {
        ...(known ?? newSource(choice.kind, choice.address, app.clock.now())), mapping: choice.mapping ?? known?.mapping ?? {}, fixed: choice.fixed ?? known?.fixed ?? {},
        takesPlaybook: choice.takesPlaybook ?? known?.takesPlaybook ?? false, paused: false,
      }
      const kept: Source = { ...await applyReading(app, source, reading), readAt: app.clock.now(), dueAt: soon(app, refreshMs) }
      await app.sources.put(kept)
      await forgetReading(deps, choice)
      app.tell.library()
      return view(kept.id)
    },

    async change(id, patch) {
      const source = await expectSource(id, true)
      const remapped = patch.mapping !== undefined || patch.fixed !== undefined
      await app.sources.put({ ...source, ...patch, ...(remapped ? { memory: undefined } : {}) } as Source)
      app.tell.library()
    },

    async remove(id, assets) {
      const source = await expectSource(id, true)
      const ours = (await app.assets.all()).filter((asset) => belongs(asset, source) && asset.source.system !== 'import')
      const now = app.clock.now()
      const parted = ours.map((asset) => ({
        ...asset, updatedAt: now, version: asset.version + 1,
        ...(assets === 'archive' ? { status: 'archived' as const } : { source: { system: 'local' as const, id: asset.source.id }, edited: undefined }),
      }))
      await app.sources.remove(id)
      await app.assets.put(parted)
      await app.search.changed(parted, [])
      app.tell.library()
    },

    async refresh(id) {
      await refreshSource(deps, await expectSource(id, false))
      return view(id)
    },
    refreshDue: () => refreshDue(deps),
  }
}

/** @throws AppError `invalid` for an address that may not be opened */
function expectAddress(address: string): string {
  const safe = safeAssetUrl(address)
  if (safe === undefined) throw new AppError('invalid', { detail: 'url' })
  return safe
}

/** What a CRM keeps has an org for an address. */
function checked<T extends SourceChoice>(choice: T): T {
  return crmKinds[choice.kind] ? choice : { ...choice, address: expectAddress(choice.address) }
}
