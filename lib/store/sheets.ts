import { packSheet } from '@/lib/domain/review/sheet'
import { inTransaction } from './in-transaction'
import { rowRev } from './rows'
import type { DurableDb, StoredRollup, StoredVerdict } from './rows'

const dayMs = 86_400_000
/** Days read at once, and about how much is handed on at once, in characters: some ten thousand verdicts, of the newest fewer, to be there sooner. */
const batchDays = 16
const largestAnswer = { newest: 400_000, others: 1_500_000 }

/** The UTC day of a moment, `YYYY-MM-DD`. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Packs anew the days of the verdicts that changed. Runs inside the transaction that changed them, after it wrote them. */
export async function rewriteSheets(db: DurableDb, changed: readonly StoredVerdict[]): Promise<void> {
  const days = [...new Set(changed.map(({ entry }) => utcDay(entry.at)))]
  const sheets = await Promise.all(days.map(async (day): Promise<StoredRollup> => ({ day, rev: rowRev, sheet: await sheetOf(db, day) })))
  await db.rollups.bulkPut(sheets.filter(({ sheet }) => sheet !== undefined))
  await db.rollups.bulkDelete(sheets.filter(({ sheet }) => sheet === undefined).map(({ day }) => day))
}

/** Sheets of whole days, newest day first; `next` is the oldest day handed on while there are older ones. */
export async function readSheets(db: DurableDb, after?: string): Promise<{ sheets: string[]; next?: string | undefined }> {
  const sheets: string[] = []
  const enough = after === undefined ? largestAnswer.newest : largestAnswer.others
  let size = 0
  for (let last = after; ; ) {
    const rows = await (last === undefined ? db.rollups.orderBy('day') : db.rollups.where('day').below(last)).reverse().limit(batchDays).toArray()
    for (const { day, sheet } of rows) {
      const whole = sheet ?? (await packDay(db, day))
      if (whole !== undefined) sheets.push(whole)
      size += whole?.length ?? 0
      last = day
      if (size >= enough) return { sheets, next: day }
    }
    if (rows.length < batchDays) return { sheets }
  }
}

/** Packs a day of before there were sheets: in one transaction, or a verdict given meanwhile would be packed over. */
function packDay(db: DurableDb, day: string): PromiseLike<string | undefined> {
  return inTransaction(db, 'rw', [db.verdicts, db.rollups], async (db) => {
    const sheet = await sheetOf(db, day)
    if (sheet !== undefined) await db.rollups.put({ day, rev: rowRev, sheet })
    return sheet
  })
}

/** The listed verdicts of a day, newest first; `undefined` where there is none. */
async function sheetOf(db: DurableDb, day: string): Promise<string | undefined> {
  const start = Date.parse(day)
  const rows = await db.verdicts.where('[shown+id]').between([-(start + dayMs), '\uffff'], [-start, '\uffff'], false, true).toArray()
  if (rows.length === 0) return undefined
  return packSheet(rows.map(({ entry, look = 'past' }) => ({ ...entry, look })))
}
