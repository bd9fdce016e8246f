import { inSlices, type Slices } from '@/lib/domain/in-slices'
import type { Asset } from '@/lib/domain/asset'
import { assetFieldWeights, toDocument } from './asset-document'
import { buildSegment } from './engine/build-segment'
import type { StoredSegment } from './pieces'

export interface UpkeepDeps { all(): Promise<readonly Asset[]>; slices: Slices }

export interface Upkeep {
  build(): Promise<StoredSegment[]>
  /** Marks what changed as gone and puts its new form into a segment of its own; the very list handed in where nothing changed. */
  apply(current: StoredSegment[], put: readonly Asset[], removed: readonly string[]): Promise<StoredSegment[]>
  /** Compares the index with the library and applies what differs. */
  reconcile(current: StoredSegment[]): Promise<StoredSegment[]>
}

/** Segments beyond which, and share of dead documents beyond which, everything is built anew. */
const mostSegments = 8
const mostDead = 0.3
const largestTail = 512

/** How the index follows the library. Segments never change; only the marks of their documents do, as copies. */
export function createUpkeep({ all, slices }: UpkeepDeps): Upkeep {
  async function build(assets: readonly Asset[], id: string): Promise<StoredSegment[]> {
    const documents = assets.filter(({ status }) => status !== 'archived').map(toDocument)
    const segment = await inSlices(buildSegment(documents, assetFieldWeights), slices)
    return [{ id, segment, alive: new Uint8Array(documents.length).fill(1) }]
  }

  async function apply(current: StoredSegment[], put: readonly Asset[], removed: readonly string[]): Promise<StoredSegment[]> {
    if (put.length === 0 && removed.length === 0) return current
    const gone = new Set([...removed, ...put.map(({ id }) => id)])
    const kept = current.map((stored) => without(stored, gone))
    const next = String(1 + Math.max(0, ...current.map(({ id }) => Number(id))))
    const size = kept.reduce((sum, { segment }) => sum + segment.keys.length, 0)
    const living = kept.reduce((sum, { alive }) => sum + countOnes(alive), 0)
    if (put.length > living || size - living > mostDead * size + largestTail) return build(await all(), next)
    if (kept.length < mostSegments) return put.length === 0 ? kept : [...kept, ...await build(put, next)]
    return gather(kept, put, next)
  }

  /** Joins the small segments and what is new into one; the large ones stay as they are. */
  async function gather(kept: readonly StoredSegment[], put: readonly Asset[], id: string): Promise<StoredSegment[]> {
    const small = kept.filter(({ segment }) => segment.keys.length <= largestTail)
    const wanted = new Set([...put.map((asset) => asset.id), ...small.flatMap(({ segment, alive }) => segment.keys.filter((_, doc) => alive[doc]))])
    const tail = (await all()).filter((asset) => wanted.has(asset.id))
    const large = kept.filter((stored) => !small.includes(stored))
    return large.length + 1 >= mostSegments ? build(await all(), id) : [...large, ...await build(tail, id)]
  }

  return {
    build: async () => build(await all(), '1'),
    apply,
    async reconcile(current) {
      const known = new Map(current.flatMap(({ segment, alive }) => segment.keys.flatMap((key, doc) => (
        alive[doc] ? [[key, (segment.updatedAt[doc] ?? 0) + (segment.freshAt[doc] ?? 0)] as const] : []
      ))))
      const put: Asset[] = []
      for (const asset of await all()) {
        if (asset.status === 'archived') continue
        if (known.get(asset.id) !== asset.updatedAt + Math.max(asset.updatedAt, asset.verifiedAt ?? 0)) put.push(asset)
        known.delete(asset.id)
      }
      return apply(current, put, [...known.keys()])
    },
  }
}

function without(stored: StoredSegment, gone: ReadonlySet<string>): StoredSegment {
  const alive = stored.alive.slice()
  for (const [doc, key] of stored.segment.keys.entries()) if (gone.has(key)) alive[doc] = 0
  return { ...stored, alive }
}

function countOnes(marks: Uint8Array): number {
  let count = 0
  for (const mark of marks) count += mark
  return count
}
