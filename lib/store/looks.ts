import type { StoredVerdict } from './rows'

/** Separates the parts of composed keys; no campaign or source holds it. */
export const partSeparator = '\u001f'

/** Millisecond stamps as text of one length, so that text order is time order. */
export function sortableMoment(at: number): string {
  return Math.max(0, Math.floor(at)).toString(36).padStart(9, '0')
}

/**
 * All verdicts of one record with how each counts: superseded and withdrawn ones are listed nowhere; of the others the latest
 * first look and the latest second look stand, and the rest are past. Order of arrival does not matter.
 */
export function withLooks(rows: readonly StoredVerdict[]): StoredVerdict[] {
  const overruled = findOverruled(rows)
  const listed = rows.filter((row) => !row.withdrawn && !overruled.has(row.id))
  const standing = new Set([latest(listed.filter((row) => !row.entry.secondLook)), latest(listed.filter((row) => row.entry.secondLook))])
  return rows.map((row) => {
    const { look: _look, shown: _shown, campaignKeys: _keys, ...rest } = row
    if (row.withdrawn || overruled.has(row.id)) return rest
    const look = !standing.has(row.id) ? 'past' : row.entry.secondLook ? 'second' : 'first'
    const { at, campaigns } = row.entry
    const tail = [sortableMoment(at), row.id].join(partSeparator)
    return { ...rest, look, shown: at, campaignKeys: campaigns.map((campaign) => campaign + partSeparator + tail) }
  })
}

/** Ids replaced by a verdict that was not withdrawn, through any number of changes. */
function findOverruled(rows: readonly StoredVerdict[]): Set<string> {
  const replaces = new Map(rows.map((row) => [row.id, row.supersedes]))
  const overruled = new Set<string>()
  for (const row of rows) {
    if (row.withdrawn) continue
    for (let id = row.supersedes; id !== undefined && !overruled.has(id); id = replaces.get(id)) overruled.add(id)
  }
  return overruled
}

function latest(rows: readonly StoredVerdict[]): string | undefined {
  return rows.reduce<StoredVerdict | undefined>((best, row) => (best && isLater(best, row) ? best : row), undefined)?.id
}

function isLater(a: StoredVerdict, b: StoredVerdict): boolean {
  return a.entry.at > b.entry.at || (a.entry.at === b.entry.at && a.id > b.id)
}
