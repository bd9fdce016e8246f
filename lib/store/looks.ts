import { findOverruled, newestFirst } from '@/lib/domain/standing'
import type { StoredVerdict } from './rows'

/** Separates the parts of composed keys; no campaign or source holds it. */
export const partSeparator = '\u001f'

/** Millisecond stamps as text whose order is newest first; 36^9 - 1 ms is the year 5188. */
export function newestFirstText(at: number): string {
  return Math.max(0, 36 ** 9 - 1 - Math.floor(at)).toString(36).padStart(9, '0')
}

/**
 * All verdicts of one record with how each counts: superseded and withdrawn ones are listed nowhere; of the others the latest
 * first look and the latest second look stand, and the rest are past. Order of arrival does not matter.
 */
export function withLooks(rows: readonly StoredVerdict[]): StoredVerdict[] {
  const withdrawn = new Set(rows.filter((row) => row.withdrawn).map((row) => row.id))
  const overruled = findOverruled(rows.map(({ id, supersedes, entry }) => ({ id, supersedes, secondLook: entry.secondLook })), withdrawn)
  const listed = rows.filter(({ id }) => !withdrawn.has(id) && !overruled.has(id)).map(({ entry }) => entry).sort(newestFirst)
  const standing = new Set([listed.find((entry) => !entry.secondLook)?.id, listed.find((entry) => entry.secondLook)?.id])
  return rows.map(({ look: _look, shown: _shown, campaignKeys: _keys, ...row }) => {
    const { id, at, campaigns, secondLook } = row.entry
    if (withdrawn.has(id) || overruled.has(id)) return row
    const look = !standing.has(id) ? 'past' : secondLook ? 'second' : 'first'
    const tail = [newestFirstText(at), id].join(partSeparator)
    return { ...row, look, shown: -at, campaignKeys: campaigns.map((campaign) => campaign + partSeparator + tail) }
  })
}
