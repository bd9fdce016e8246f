import { planFeed } from '@/lib/domain/asset-import'
import { AppError, toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import type { AppDeps } from './deps'

/** Rows of a shared library file and the tag that tells whether it changed. */
export interface FeedReply { notModified: boolean; etag?: string | undefined; rows: Record<string, unknown>[] }
/** Reads a JSON or CSV file at an address; `etag` of the last read is sent along. @throws AppError */
export type ReadFeed = (address: string, etag?: string) => Promise<FeedReply>

export interface FeedState { address: string; etag?: string | undefined; at?: number | undefined; error?: ErrorInfo | undefined }
export interface FeedStateStore { get(): Promise<FeedState | undefined>; set(state: FeedState | undefined): Promise<void> }

export interface LibraryFollower {
  state(): Promise<(FeedState & { locked: boolean }) | undefined>
  follow(address: string | null): Promise<void>
  /** A failing source says so and changes nothing; items gone from the file are archived, not deleted. */
  refresh(): Promise<{ changed: number; notModified: boolean }>
}

export function createLibraryFollower(deps: AppDeps, read: ReadFeed, states: FeedStateStore): LibraryFollower {
  async function address(): Promise<{ address: string; locked: boolean } | undefined> {
    const fixed = (await deps.policy()).libraryAddress
    const chosen = fixed ?? (await deps.settings.get()).libraryAddress
    return chosen ? { address: chosen, locked: fixed !== undefined } : undefined
  }

  return {
    async state() {
      const where = await address()
      if (!where) return undefined
      const kept = await states.get()
      return { ...(kept?.address === where.address ? kept : { address: where.address }), locked: where.locked }
    },

    async follow(wanted) {
      if ((await deps.policy()).libraryAddress) throw new AppError('policy')
      const safe = wanted === null ? undefined : safeAssetUrl(wanted)
      if (wanted !== null && safe === undefined) throw new AppError('invalid', { detail: 'url' })
      await deps.settings.save({ libraryAddress: safe })
      await states.set(undefined)
      deps.tell.settings()
    },

    async refresh() {
      const where = await address()
      if (!where) return { changed: 0, notModified: true }
      const last = await states.get()
      const kept = last?.address === where.address ? last : undefined
      const now = deps.clock.now()
      try {
        const reply = await read(where.address, kept?.etag)
        const [existing, playbook] = await Promise.all([deps.assets.all(), deps.playbooks.current()])
        const plan = reply.notModified ? undefined : planFeed({ rows: reply.rows, existing, now, makeId: () => deps.chance.id(now), playbook: playbook ?? deps.defaultPlaybook })
        const changed = plan ? [...plan.added, ...plan.changed, ...plan.gone] : []
        if (changed.length > 0) {
          await deps.assets.put(changed)
          await deps.search.changed(changed, [])
          deps.tell.library()
        }
        await states.set({ address: where.address, etag: reply.etag ?? (reply.notModified ? kept?.etag : undefined), at: now })
        return { changed: changed.length, notModified: reply.notModified }
      } catch (failure) {
        await states.set({ address: where.address, etag: kept?.etag, at: kept?.at, error: toErrorInfo(failure) })
        throw failure
      }
    },
  }
}
