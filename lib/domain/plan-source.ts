import type { Asset } from './asset'
import { createRowSorter, mappingOf, type SortedRows } from './asset-import'
import { canonicalUrl } from './content-url'
import { fnv1a64 } from './digest'
import type { ImportProblem } from './import-plan'
import type { AssetDraft } from './import/read-asset'
import type { Playbook } from './playbook'
import { emptied } from './reshape-source'
import { canSend } from './send-rules'
import { systemOf, type Source } from './source'
import type { FreshReading, Sight } from './source-ports'

export interface SourcePlan { added: Asset[]; changed: Asset[]; unchanged: number; gone: Asset[]; problems: ImportProblem[]; sendable: number }

interface SourceInput {
  source: Pick<Source, 'id' | 'kind' | 'mapping' | 'fixed' | 'dropped'>
  reading: Pick<FreshReading, 'rows' | 'held' | 'sight'>
  existing: readonly Asset[]
  now: number
  playbook?: Playbook | undefined
}

/**
 * What a reading means for the library. An asset known by its id or address is changed only where it came from this source,
 * and there only in fields nobody edited here. What the source no longer holds is archived, as far as the reading could see.
 * An asset's id follows from its address, so that every browser that follows the source knows it by the same.
 */
export function planSource({ source, reading, existing, now, playbook }: SourceInput): SourcePlan {
  const isOurs = (asset: Asset) => belongs(asset, source)
  const system = systemOf(source.kind)
  const origin = (draft: AssetDraft, known?: Asset): Asset['source'] => ({ system, id: draft.id ?? known?.source.id, from: source.id })
  const { sorted, take } = createRowSorter({
    mapping: mappingOf({ rows: reading.rows, mapping: source.mapping }), existing, now, source: system, playbook, makeId: () => '', idOf: (draft) => idOf(source.id, draft),
    merge: (known, draft) => (isOurs(known) ? merged(known, filled(draft, source.fixed), origin(draft, known), source.dropped) : 'leave'),
  })
  take(reading.rows)
  const added = sorted.added.map((asset) => ({ ...filled(asset, source.fixed), source: { ...asset.source, from: source.id } }))
  const gone = missing(sorted, reading, existing.filter(isOurs), now)
  const sendable = [...added, ...sorted.changed].filter((asset) => canSend(asset, undefined, 'copy', now).ok).length
  return { added, changed: sorted.changed, unchanged: sorted.unchanged.length, gone, problems: sorted.problems, sendable }
}

/** Assets of a followed file of before sources had ids, and imported ones a file now brings, belong to it. */
export function belongs({ source }: Asset, { id, kind }: Pick<Source, 'id' | 'kind'>): boolean {
  return source.from === undefined ? source.system === systemOf(kind) || (kind === 'file' && source.system === 'import') : source.from === id
}

function merged(known: Asset, draft: AssetDraft, source: Asset['source'], dropped: readonly string[] | undefined): Asset {
  const next: Asset = { ...emptied(known, dropped), status: 'approved', shareable: true, ...draft, id: known.id, source }
  for (const field of known.edited ?? []) Object.assign(next, { [field]: known[field as keyof Asset] })
  return next
}

/** What is said of all items stands where the item itself says nothing. */
function filled<T extends AssetDraft>(draft: T, fixed: Source['fixed']): T {
  return {
    ...draft, ...(fixed.kind && (draft.kind ?? 'other') === 'other' ? { kind: fixed.kind } : {}), ...(fixed.language ? { language: fixed.language } : {}),
    ...(fixed.topics?.length ? { topics: [...new Set([...(draft.topics ?? []), ...fixed.topics])].slice(0, 60) } : {}),
  }
}

function idOf(sourceId: string, draft: AssetDraft): string {
  const key = draft.url === undefined ? undefined : canonicalUrl(draft.url)
  return key === undefined ? `item-${fnv1a64(`${sourceId} ${draft.title ?? ''}`)}` : `page-${fnv1a64(key)}`
}

/** A row that cannot be read keeps its asset; one that does not even say which asset it is keeps them all. */
function missing(sorted: SortedRows, { held, sight }: Pick<FreshReading, 'held' | 'sight'>, ours: readonly Asset[], now: number): Asset[] {
  if (sorted.unread.some(({ id, url }) => id === undefined && url === undefined)) return []
  const ids = new Set([...[...sorted.added, ...sorted.changed, ...sorted.unchanged].map(({ id }) => id), ...sorted.unread.flatMap(({ id }) => id ?? [])])
  const urls = new Set([...held.map((url) => canonicalUrl(url)), ...sorted.unread.map(({ url }) => url)])
  const isHeld = (asset: Asset) => ids.has(asset.id) || (asset.url !== undefined && urls.has(canonicalUrl(asset.url)))
  return ours
    .filter((asset) => asset.source.from !== undefined || asset.source.system === 'feed')
    .filter((asset) => asset.status !== 'archived' && !asset.edited?.includes('status') && !isHeld(asset) && inSight(asset, sight))
    .map((asset) => ({ ...asset, status: 'archived' as const, version: asset.version + 1, updatedAt: now }))
}

function inSight({ publishedAt }: Asset, sight: Sight): boolean {
  if (sight === 'all' || sight === 'none') return sight === 'all'
  return publishedAt !== undefined && publishedAt >= sight.since
}
