import type { PieceStore } from '@/lib/domain/store-ports'
import type { Segment } from './engine/segment'

/** A segment with the name it is stored under and marks of the documents that still count. */
export interface StoredSegment { id: string; segment: Segment; alive: Uint8Array }

const set = 'library-index'
/** Counts up with the form of the pieces; pieces of another form are built anew. */
const form = 1
const listed = ['keys', 'surfaces', 'stems'] as const

type Flat = Omit<Segment, (typeof listed)[number]> & Record<(typeof listed)[number], string>

/** The index as `PieceStore` keeps it: a manifest, and per segment its lists and its marks. Long lists of words are one string each, which loads faster. */
export interface Pieces {
  /** Undefined where nothing usable is stored. */
  load(): Promise<StoredSegment[] | undefined>
  /** Stores new segments and the marks of all; the manifest names what is current. */
  save(current: readonly StoredSegment[], added: readonly StoredSegment[]): Promise<void>
  clear(): Promise<void>
}

export function createPieces(store: PieceStore): Pieces {
  return {
    async load() {
      const stored = new Map((await store.read(set)).map(({ id, value }) => [id, value]))
      const manifest = stored.get('manifest')
      if (!isManifest(manifest)) return undefined
      const segments: StoredSegment[] = []
      for (const id of manifest.segments) {
        const [flat, alive] = [stored.get(`segment-${id}`), stored.get(`alive-${id}`)]
        if (!isFlat(flat) || !(alive instanceof Uint8Array)) return undefined
        segments.push({ id, segment: inflate(flat), alive })
      }
      return segments
    },

    async save(current, added) {
      await store.write(set, [
        ...added.map(({ id, segment }) => ({ id: `segment-${id}`, value: flatten(segment) })),
        ...current.map(({ id, alive }) => ({ id: `alive-${id}`, value: alive })),
        { id: 'manifest', value: { form, segments: current.map(({ id }) => id) } },
      ])
    },

    clear: () => store.clear(set),
  }
}

export function flatten(segment: Segment): Flat {
  return { ...segment, keys: segment.keys.join('\n'), surfaces: segment.surfaces.join('\n'), stems: segment.stems.join('\n') }
}

export function inflate(flat: Flat): Segment {
  const list = (text: string) => (text === '' ? [] : text.split('\n'))
  return { ...flat, keys: list(flat.keys), surfaces: list(flat.surfaces), stems: list(flat.stems) }
}

function isManifest(value: unknown): value is { form: number; segments: string[] } {
  return typeof value === 'object' && value !== null && 'form' in value && value.form === form && 'segments' in value && Array.isArray(value.segments)
}

function isFlat(value: unknown): value is Flat {
  return typeof value === 'object' && value !== null && listed.every((name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string')
    && 'docs' in value && value.docs instanceof Uint32Array && 'words' in value && (value.words instanceof Uint16Array || value.words instanceof Uint32Array)
}
