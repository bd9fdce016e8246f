import type { VerdictValue } from '@/lib/domain/ledger'
import type { Look, Tally } from '@/lib/domain/store-ports'
import { partSeparator } from './looks'
import { rowRev } from './rows'
import type { DurableDb, StoredVerdict } from './rows'

/** Changes to the sums: day → cell → difference. */
type Difference = Map<string, Map<string, number>>

/** The UTC day of a moment, `YYYY-MM-DD`. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** One cell for the verdict itself (no campaign) and one for each of its campaigns. */
function cellsOf({ look, entry }: StoredVerdict): string[] {
  if (!look) return []
  const shared = [look, entry.verdict, entry.reason ?? '', entry.source ?? '']
  return ['', ...new Set(entry.campaigns.filter((campaign) => campaign !== ''))].map((campaign) => [...shared, campaign].join(partSeparator))
}

export function toTallies(day: string, cells: Record<string, number>): Tally[] {
  return Object.entries(cells).map(([cell, n]) => {
    const [look, verdict, reason = '', source = '', campaign = ''] = cell.split(partSeparator)
    return { day, look: look as Look, verdict: verdict as VerdictValue, reason, source, ...(campaign === '' ? {} : { campaign }), n }
  })
}

export function difference(before: readonly StoredVerdict[], after: readonly StoredVerdict[]): Difference {
  const days: Difference = new Map()
  const count = (rows: readonly StoredVerdict[], by: number) => {
    for (const row of rows) {
      for (const cell of cellsOf(row)) {
        const day = utcDay(row.entry.at)
        const cells = days.get(day) ?? new Map<string, number>()
        days.set(day, cells.set(cell, (cells.get(cell) ?? 0) + by))
      }
    }
  }
  count(before, -1)
  count(after, 1)
  return days
}

/** Runs inside the transaction that changed the verdicts. */
export async function applyDifference(db: DurableDb, days: Difference): Promise<void> {
  const keys = [...days.keys()]
  const stored = await db.rollups.bulkGet(keys)
  const rows = keys.map((day, index) => {
    const cells = { ...stored[index]?.cells }
    for (const [cell, by] of days.get(day) ?? []) {
      const n = (cells[cell] ?? 0) + by
      if (n > 0) cells[cell] = n
      else delete cells[cell]
    }
    return { day, rev: rowRev, cells }
  })
  await db.rollups.bulkPut(rows.filter(({ cells }) => Object.keys(cells).length > 0))
  await db.rollups.bulkDelete(rows.filter(({ cells }) => Object.keys(cells).length === 0).map(({ day }) => day))
}
