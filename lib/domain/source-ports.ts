import type { ErrorInfo } from './errors'
import type { Source, SourceKind } from './source'

/** Column → value, as the source names them; foreign text, not yet cleaned. */
export type SourceRow = Record<string, unknown>

/**
 * How far a reading can tell that an item is gone: `all` items were seen; `none`: not at all; `since`: all published from that
 * moment on, which is what feeds show that carry their latest entries only.
 */
export type Sight = 'all' | 'none' | { since: number }

export interface FreshReading {
  notModified: false
  rows: SourceRow[]
  /** Addresses of items that are still there but were not read this time. */
  held: string[]
  /** How many items there are, where that is not the number of rows or held addresses: an item may be held under two. */
  items?: number | undefined
  sight: Sight
  /** Items known by name that wait for a later reading. */
  waiting: number
  /** Why it ended early: what was read until then counts, the rest waits. */
  stopped?: ErrorInfo | undefined
  memory?: unknown
  title?: string | undefined
  /** What a team's file carries beside its assets; not yet parsed. */
  team?: { playbook?: unknown; documents: unknown[] } | undefined
}
export type SourceReading = { notModified: true; memory?: unknown } | FreshReading

export interface FoundSource { kind: SourceKind; address: string; title?: string | undefined }

/** One kind of source. A reading is whole or fails: half an answer is no reading. */
export interface AssetSource {
  readonly kind: SourceKind
  /** @param from `memory` is what the last reading left; without it everything is read. @throws AppError */
  read(from: { address: string; memory?: unknown }): Promise<SourceReading>
}

/** All kinds, and a look at an address for those that are there. */
export interface AssetSources {
  /** What can be followed at or near an address, best first; never empty. @throws AppError `not-found` where nothing can */
  probe(address: string): Promise<FoundSource[]>
  read(kind: SourceKind, from: { address: string; memory?: unknown }): Promise<SourceReading>
}

export interface SourceStore {
  all(): Promise<Source[]>
  byId(id: string): Promise<Source | undefined>
  put(source: Source): Promise<void>
  remove(id: string): Promise<void>
}
