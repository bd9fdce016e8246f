import Dexie from 'dexie'
import { AppError } from '@/lib/domain/errors'
import type { FeedbackEntry, FeedbackStore, SnapshotCare } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { toTallies } from './rollup'
import type { StoredVerdict } from './rows'

const largestPage = 1_000

/** Every listed verdict, own and read back, in pages; and the sums over all of them. */
export function createFeedbackStore({ db, guard }: Durable, records: Pick<SnapshotCare, 'names'>): FeedbackStore {
  return {
    page: ({ after, limit }) => guard(async () => {
      const below = after === undefined ? [Dexie.maxKey, Dexie.maxKey] : parseCursor(after)
      const size = Math.min(Math.max(1, limit), largestPage)
      const rows = await db.verdicts.where('[shown+id]').between([Dexie.minKey, Dexie.minKey], below, true, false).reverse().limit(size).toArray()
      const names = await records.names([...new Set(rows.map((row) => row.recordKey))])
      const last = rows.at(-1)
      return {
        entries: rows.map((row) => toEntry(row, names.get(row.recordKey)?.name)),
        next: last && rows.length === size ? JSON.stringify([last.shown, last.id]) : undefined,
      }
    }),

    count: () => guard(() => db.verdicts.where('[shown+id]').between([Dexie.minKey, Dexie.minKey], [Dexie.maxKey, Dexie.maxKey]).count()),

    tallies: (span = {}) => guard(async () => {
      const days = await db.rollups.where('day').between(span.from ?? Dexie.minKey, span.to ?? Dexie.maxKey, true, true).toArray()
      return days.flatMap(({ day, cells }) => toTallies(day, cells))
    }),
  }
}

function toEntry({ entry, look = 'past' }: StoredVerdict, recordName: string | undefined): FeedbackEntry {
  return { ...entry, source: entry.source === '' ? undefined : entry.source, look, recordName }
}

function parseCursor(after: string): [number, string] {
  try {
    const parsed: unknown = JSON.parse(after)
    if (Array.isArray(parsed) && typeof parsed[0] === 'number' && typeof parsed[1] === 'string') return [parsed[0], parsed[1]]
  } catch (cause) {
    throw new AppError('invalid', { detail: 'cursor', cause })
  }
  throw new AppError('invalid', { detail: 'cursor' })
}
