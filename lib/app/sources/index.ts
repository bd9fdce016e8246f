import { guessMapping, tableColumns } from '@/lib/domain/asset-columns'
import { AppError } from '@/lib/domain/errors'
import { belongs } from '@/lib/domain/plan-source'
import { reshaped } from '@/lib/domain/reshape-source'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { crmKinds, sourceId, type FixedFields, type Source } from '@/lib/domain/source'
import type { FoundSource } from '@/lib/domain/source-ports'
import type { SourcePreview, SourceView } from '@/lib/domain/source-preview'
import { createTurns } from '../in-turn'
import type { SourceDeps } from './deps'
import { followedSources } from './followed'
import { chosen, forgetReading, previewSource, readOnce, type SourceChoice } from './preview'
import { keepReading, refreshDue, refreshSource } from './refresh'

export interface SourcePatch { mapping?: Record<string, string> | undefined; fixed?: FixedFields | undefined; paused?: boolean | undefined; takesPlaybook?: boolean | undefined }

/** Where the library is filled from: look, preview, follow, pause, refresh, part. */
export interface SourceDesk {
  list(): Promise<SourceView[]>
  /** What can be followed at an address. @throws AppError */
  probe(address: string): Promise<FoundSource[]>
  preview(choice: SourceChoice): Promise<SourcePreview>
  /** Imports what was previewed and follows it from now on. */
  follow(choice: SourceChoice & { takesPlaybook?: boolean | undefined }): Promise<SourceView>
  /** Other columns or values count for every item, with the next reading; what a person edited stays. */
  change(id: string, patch: SourcePatch): Promise<void>
  /** Ends following; its assets stay as one's own, or are archived. */
  remove(id: string, assets: 'keep' | 'archive'): Promise<void>
  /** @throws AppError why it could not be read */
  refresh(id: string): Promise<SourceView>
  refreshDue(): Promise<number>
}

export function createSourceDesk(deps: SourceDeps): SourceDesk {
  const { app, readers } = deps
  /** A reading takes a while, and whoever changes its source meanwhile waits: neither undoes the other. */
  const inTurn = createTurns()

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

  const read = (id: string) => inTurn(id, async () => refreshSource(deps, await expectSource(id, false)))

  return {
    list,
    probe: async (address) => readers.probe(expectAddress(address)),
    preview: async (choice) => previewSource(deps, checked(choice)),

    async follow(given) {
      const choice = checked(given)
      const reading = await readOnce(deps, choice)
      const { id } = await inTurn(sourceId(choice.kind, choice.address), async () => {
        const source = await chosen(deps, choice, reading)
        return keepReading(deps, { ...source, takesPlaybook: choice.takesPlaybook ?? source.takesPlaybook, paused: false }, reading)
      })
      await forgetReading(deps, choice)
      app.tell.library()
      return view(id)
    },

    change: (id, { mapping, fixed, ...patch }) => inTurn(id, async () => {
      const source = await expectSource(id, true)
      const isOther = mapping !== undefined || fixed !== undefined
      const guessed = isOther && Object.keys(source.mapping).length === 0 ? guessMapping(tableColumns((await readOnce(deps, source)).rows)) : {}
      const shaped = isOther ? { ...reshaped(source, { mapping: mapping ?? source.mapping, fixed: fixed ?? source.fixed }, guessed), dueAt: app.clock.now() } : source
      await app.sources.put({ ...shaped, ...patch } as Source)
      app.tell.library()
    }),

    remove: (id, assets) => inTurn(id, async () => {
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
    }),

    async refresh(id) {
      await read(id)
      return view(id)
    },
    refreshDue: () => refreshDue(deps, read),
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
