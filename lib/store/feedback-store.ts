import { AppError } from '@/lib/domain/errors'
import type { FeedbackEntry, FeedbackQuery, FeedbackStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { newestFirstText, partSeparator } from './looks'
import type { DurableDb, StoredVerdict } from './rows'
import { readSheets } from './sheets'

const largestPage = 1_000

/** Every listed verdict, own and read back, in pages; and all of them packed, for the review. */
export function createFeedbackStore({ db, guard }: Durable): FeedbackStore {
  return {
    page: (query) => guard(async () => {
      const size = Math.min(Math.max(1, query.limit), largestPage)
      const rows = await older(db, query).limit(size).toArray()
      const last = rows.at(-1)
      return {
        entries: rows.map(toEntry),
        next: last && rows.length === size ? JSON.stringify([last.shown, last.id]) : undefined,
      }
    }),

    count: () => guard(() => db.verdicts.where('[shown+id]').between([-Infinity], [Infinity]).count()),

    byIds: (ids) => guard(async () => (await db.verdicts.bulkGet(ids)).flatMap((row) => (row?.look ? [toEntry(row)] : []))),

    sheets: (after) => guard(() => readSheets(db, after)),
  }
}

/** The verdicts after the cursor, through the index that has them newest first. */
function older(db: DurableDb, { after, campaign, source }: FeedbackQuery) {
  const [shown, id] = after === undefined ? [-Infinity, ''] : parseCursor(after)
  if (campaign !== undefined) {
    const from = after === undefined ? '' : [newestFirstText(-shown), id].join(partSeparator)
    return db.verdicts.where('campaignKeys').between(campaign + partSeparator + from, `${campaign}${partSeparator}\uffff`, false)
  }
  if (source !== undefined) return db.verdicts.where('[entry.source+shown+id]').between([source, shown, id], [source, Infinity], false)
  return db.verdicts.where('[shown+id]').between([shown, id], [Infinity], false)
}

function toEntry({ entry, look = 'past' }: StoredVerdict): FeedbackEntry {
  return { ...entry, source: entry.source === '' ? undefined : entry.source, look }
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
