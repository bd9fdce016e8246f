/** Where a reading by moment of change stands: the moment to go on from and, within it, how many were read. */
export interface Cursor {
  /** Epoch milliseconds, inclusive. */
  since: number
  after: number
}

/** HubSpot pages no search any further. */
const searchDepth = 10_000

export function writeCursor({ since, after }: Cursor): string {
  return `${since}:${after}`
}

/** An unreadable cursor starts anew: what is read has ids, so reading twice is reading once. */
export function readCursor(text: string | undefined, start = 0): Cursor {
  const [, since = String(start), after = '0'] = /^(\d{1,15}):(\d{1,6})$/.exec(text ?? '') ?? []
  return { since: Number(since), after: Number(after) }
}

/**
 * The cursor behind a full page. Going on from the moment of the last change stays right while records change and move to
 * the end. Only a moment shared by a whole page, as bulk changes leave it, is paged through, as far as HubSpot pages.
 */
export function following(cursor: Cursor, changed: number, pageSize: number): Cursor {
  if (changed > cursor.since) return { since: changed, after: 0 }
  const after = cursor.after + pageSize
  return after < searchDepth ? { since: cursor.since, after } : { since: cursor.since + 1, after: 0 }
}
