import type { Asset } from '@/lib/domain/asset'
import type { SearchContext, SearchFilters } from '@/lib/domain/search-view'
import type { PieceStore } from '@/lib/domain/store-ports'
import { createCollection, type Collection } from './engine/collection'
import { createPieces, type StoredSegment } from './pieces'
import { createNames } from './playbook-names'
import { searchCollection } from './search-collection'
import { createUpkeep } from './upkeep'

export interface LibraryIndexDeps {
  assets: { all(): Promise<readonly Asset[]> }
  /** Where the index survives the worker; without it, it is built anew each time. */
  pieces?: PieceStore | undefined
  /** Epoch milliseconds. */
  now(): number
  /** Gives others a turn between slices of work. */
  pause?: (() => Promise<void>) | undefined
}

export interface LibraryIndex {
  /**
   * The best `limit` assets for the query among those the filters let through, archived ones never. `score` orders only within one answer;
   * `terms` are beginnings of words to mark; `fits` where it answers what was asked as a whole; `total` counts all that match.
   */
  search(query: string, filters: SearchFilters, limit: number, context?: SearchContext): Promise<{ hits: { assetId: string; score: number; terms: string[]; fits: boolean }[]; total: number }>
  /** Brings the index up to what was put and removed, and stores it. */
  changed(put: readonly Asset[], removed: string[]): Promise<void>
}

interface Loaded { collection: Collection; stored: StoredSegment[] }

/**
 * The whole library, searched at every keystroke. Loaded from its pieces on first use, built where there are none; changes wait in line,
 * and searches meanwhile answer from what was there before.
 */
export function createLibraryIndex({ assets, pieces: store, now, pause = nextTurn }: LibraryIndexDeps): LibraryIndex {
  const pieces = store && createPieces(store)
  const upkeep = createUpkeep({ all: () => assets.all(), slices: { now, pause } })
  const names = createNames()
  let loaded: Promise<Loaded> | undefined
  let line: Promise<unknown> = Promise.resolve()

  const loadedFrom = (stored: StoredSegment[]): Loaded => ({ stored, collection: createCollection(stored) })

  async function keep(before: readonly StoredSegment[], after: StoredSegment[]): Promise<void> {
    const dropped = before.some(({ id }) => !after.some((segment) => segment.id === id))
    if (dropped) await pieces?.clear()
    await pieces?.save(after, dropped ? after : after.filter(({ id }) => !before.some((segment) => segment.id === id)))
  }

  async function load(): Promise<Loaded> {
    const stored = await pieces?.load()
    if (stored) {
      // Something may have been changed while nobody looked after the index, for example just before a worker died.
      void inLine(() => update((current) => upkeep.reconcile(current)))
      return loadedFrom(stored)
    }
    const built = await upkeep.build()
    await keep([], built)
    return loadedFrom(built)
  }

  function ready(): Promise<Loaded> {
    loaded ??= load().catch((failure: unknown) => {
      loaded = undefined
      throw failure
    })
    return loaded
  }

  async function update(change: (current: StoredSegment[]) => Promise<StoredSegment[]>): Promise<void> {
    const before = (await ready()).stored
    const after = await change(before)
    if (after === before) return
    loaded = Promise.resolve(loadedFrom(after))
    await keep(before, after)
  }

  function inLine(task: () => Promise<void>): Promise<void> {
    const done = line.then(task)
    line = done.catch(() => undefined)
    return done
  }

  return {
    async search(query, filters, limit, context) {
      const { collection } = await ready()
      const { hits, total } = searchCollection(collection, { query, filters, limit, now: now(), names: names(context?.playbook), context })
      return { hits: hits.map(({ key, ...hit }) => ({ assetId: key, ...hit })), total }
    },

    changed: (put, removed) => inLine(() => update((current) => upkeep.apply(current, put, removed))),
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 0) })
}
