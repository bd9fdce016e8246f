import Dexie from 'dexie'
import { AppError } from '@/lib/domain/errors'
import type { FeedbackEntry, FeedbackQuery, FeedbackStore, SnapshotCare } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { partSeparator, sortableMoment } from './looks'
import { toTallies } from './rollup'
import type { DurableDb, StoredVerdict } from './rows'

const largestPage = 1_000

/** Every listed verdict, own and read back, in pages; and the sums over all of them. */
export function createFeedbackStore({ db, guard }: Durable, records: Pick<SnapshotCare, 'names'>): FeedbackStore {
  return {
    page: (query) => guard(async () => {
      const size = Math.min(Math.max(1, query.limit), largestPage)
      const rows = await before(db, query).reverse().limit(size).toArray()
      const names = await records.names([...new Set(rows.map((row) => row.recordKey))])
      const last = rows.at(-1)
      return {
        entries: rows.map((row) => toEntry(row, names.get(row.recordKey)?.name)),
        next: last && rows.length === size ? JSON.stringify([last.shown, last.id]) : undefined,
      }
    }),

    count: () => guard(() => db.verdicts.where('[shown+id]').between([-Infinity], [Infinity]).count()),

    tallies: (span = {}) => guard(async () => {
      const days = await db.rollups.where('day').between(span.from ?? Dexie.minKey, span.to ?? Dexie.maxKey, true, true).toArray()
      return days.flatMap(({ day, cells }) => toTallies(day, cells))
    }),
  }
}

/** The verdicts that come after the cursor, that is: older ones, through the index that has them in order. */
function before(db: DurableDb, { after, campaign, source }: FeedbackQuery) {
  const [at, id] = after === undefined ? [Infinity, ''] : parseCursor(after)
  if (campaign !== undefined) {
    const below = after === undefined ? '\uffff' : [sortableMoment(at), id].join(partSeparator)
    return db.verdicts.where('campaignKeys').between(campaign + partSeparator, campaign + partSeparator + below)
  }
  if (source !== undefined) return db.verdicts.where('[entry.source+shown+id]').between([source, -Infinity], [source, at, id])
  return db.verdicts.where('[shown+id]').between([-Infinity], [at, id])
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
