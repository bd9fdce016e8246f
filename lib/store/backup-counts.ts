import type { BackupContent } from './backup-document'
import { rowRev } from './rows'
import type { DurableDb } from './rows'

/** Counts cannot be merged without counting twice: misses unknown here are taken over, what was learned only where nothing was learned yet. */
export async function restoreCounts(db: DurableDb, { misses, learned }: Pick<BackupContent, 'misses' | 'learned'>, now: number): Promise<void> {
  const known = new Set(await db.misses.where('key').anyOf(misses.map(({ key }) => key)).primaryKeys())
  await db.misses.bulkPut(misses.filter(({ key }) => !known.has(key)).map((miss) => ({ key: miss.key, last: miss.last, rev: rowRev, miss })))
  if (await db.learnedPeople.count() > 0) return
  for (const each of learned) {
    if ('item' in each) await db.learned.put({ item: each.item, at: now, rev: rowRev, learned: each })
    else await db.learnedPeople.put({ ...each, at: now })
  }
}
